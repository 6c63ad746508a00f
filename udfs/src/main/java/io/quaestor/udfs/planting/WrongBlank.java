package io.quaestor.udfs.planting;

import io.quaestor.udfs.text.Normalise;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The gap moves from the key to another word of a sentence that the passage has. A choice cannot be
 * answered then, since no option is missing from the sentence: {@code question_coherent}. To a
 * typed answer the question is a sound one, but not the key's: {@code answer_correct}.
 */
final class WrongBlank {
  private static final Pattern WORD =
      Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}'’_/-])\\p{L}{4,}(?![\\p{L}\\p{M}\\p{N}'’_/-])");

  private WrongBlank() {}

  static Optional<Planted> plant(Content content, String passage, Chance chance) {
    boolean choice = content.type().equals("mcq_single");
    if (!choice && !content.typed() || content.answer().size() != 1) {
      return Optional.empty();
    }
    String key = content.answer().get(0);
    return Cloze.of(content, passage)
        .filter(cloze -> cloze.stands(key))
        .flatMap(cloze -> moved(cloze, key, content, chance))
        .map(content::withStem)
        .map(moved -> new Planted(moved, choice ? Planted.COHERENT : Planted.ANSWER));
  }

  private static Optional<String> moved(Cloze cloze, String key, Content content, Chance chance) {
    String sentence = cloze.opening() + key + cloze.closing();
    int from = cloze.opening().length();
    List<Integer> places = new ArrayList<>();
    Matcher word = WORD.matcher(sentence);
    while (word.find()) {
      boolean outside = word.end() <= from || word.start() >= from + key.length();
      if (outside && once(word.group(), sentence) && !offered(word.group(), key, content)) {
        places.add(word.start());
      }
    }
    if (places.isEmpty()) {
      return Optional.empty();
    }
    int at = chance.pick(places, "word");
    word.find(at);
    return Optional.of(
        cloze.stem(sentence.substring(0, at) + cloze.gap() + sentence.substring(word.end())));
  }

  private static boolean once(String word, String sentence) {
    String lower = sentence.toLowerCase(Locale.ROOT);
    String wanted = word.toLowerCase(Locale.ROOT);
    return lower.indexOf(wanted) == lower.lastIndexOf(wanted);
  }

  private static boolean offered(String word, String key, Content content) {
    String wanted = Normalise.text(word);
    return Normalise.text(key).contains(wanted)
        || content.options().stream().anyMatch(option -> Normalise.text(option).contains(wanted));
  }
}
