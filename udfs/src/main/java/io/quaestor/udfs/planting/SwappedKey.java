package io.quaestor.udfs.planting;

import io.quaestor.udfs.candidate.Arithmetic;
import io.quaestor.udfs.text.Normalise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Another answer than the key where the key should be: a distractor; of typed answers another
 * number where the passage or the sum in the stem decides which one is right, or the word of
 * another gap.
 */
final class SwappedKey {
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
  private static final List<Integer> STEPS = List.of(1, 2, 10);

  private SwappedKey() {}

  static Optional<Planted> plant(Content content, String passage, Chance chance) {
    return switch (content.type()) {
      case "mcq_single", "mcq_multi", "true_false" -> distractor(content, chance);
      case "fill_in_blank", "short_answer" ->
          number(content, passage, chance).or(() -> gap(content, passage, chance));
      default -> Optional.empty();
    };
  }

  private static Optional<Planted> distractor(Content content, Chance chance) {
    List<String> keys = content.answer();
    List<String> wrong =
        content.options().stream()
            .filter(option -> keys.stream().noneMatch(key -> TwoKeys.same(option, key)))
            .toList();
    boolean keyed = content.options().containsAll(keys);
    return keys.isEmpty() || wrong.isEmpty() || !keyed
        ? Optional.empty()
        : Optional.of(swapped(content, chance.pick(keys, "key"), chance.pick(wrong, "wrong")));
  }

  /** The key stays and what is asked for is another word: the passage says which. */
  private static Optional<Planted> gap(Content content, String passage, Chance chance) {
    return Gaps.of(content, passage)
        .flatMap(gaps -> gaps.moved(chance))
        .map(stem -> new Planted(content.withStem(stem), Planted.ANSWER));
  }

  private static Optional<Planted> number(Content content, String passage, Chance chance) {
    if (content.answer().size() != 1 || !WHOLE.matcher(content.answer().get(0)).matches()) {
      return Optional.empty();
    }
    String key = content.answer().get(0);
    String other =
        String.valueOf(Long.parseLong(key) + chance.pick(STEPS, "step")); // never the same value
    return decided(content, passage, key, other)
        ? Optional.of(swapped(content, key, other))
        : Optional.empty();
  }

  /** Whether the key is right and the other wrong, by the sum in the stem or by the passage. */
  private static boolean decided(Content content, String passage, String key, String other) {
    Optional<Boolean> sum = Arithmetic.isRight(content.stem(), key);
    if (sum.isPresent()) {
      return sum.get() && !Arithmetic.isRight(content.stem(), other).orElse(true);
    }
    return Cloze.of(content, passage)
        .filter(cloze -> cloze.stands(key) && !cloze.stands(other))
        .isPresent();
  }

  private static Planted swapped(Content content, String key, String by) {
    List<String> answer = new ArrayList<>(content.answer());
    answer.set(answer.indexOf(key), by);
    String explained =
        content.explanation() == null
            ? null
            : Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(key) + "(?![\\p{L}\\p{N}])")
                .matcher(content.explanation())
                .replaceAll(Matcher.quoteReplacement(by));
    return new Planted(content.withAnswer(answer, explained), Planted.ANSWER);
  }

  /** Whether two texts are the same to a student. */
  static boolean alike(String a, String b) {
    return Normalise.text(a).equals(Normalise.text(b));
  }
}
