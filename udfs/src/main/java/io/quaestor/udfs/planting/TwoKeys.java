package io.quaestor.udfs.planting;

import io.quaestor.udfs.candidate.Arithmetic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A distractor that says what the key says: a fraction in other terms, or the same words as a
 * phrase. Of a single choice only, where {@code answer_correct} asks that no other option is right.
 */
public final class TwoKeys {
  private static final Pattern FRACTION = Pattern.compile("([0-9]{1,6})/([0-9]{1,6})");
  private static final Pattern NUMBER = Pattern.compile("[0-9][0-9 .,]*");

  private TwoKeys() {}

  static Optional<Planted> plant(Content content, String passage, Chance chance) {
    if (!content.type().equals("mcq_single") || content.answer().size() != 1) {
      return Optional.empty();
    }
    String key = content.answer().get(0);
    String restated = restated(key, content);
    List<String> wrong = content.options().stream().filter(option -> !same(option, key)).toList();
    boolean one = content.options().size() == wrong.size() + 1;
    if (restated == null || wrong.size() < 2 || !one) {
      return Optional.empty();
    }
    List<String> options = new ArrayList<>(content.options());
    options.set(options.indexOf(chance.pick(wrong, "wrong")), restated);
    return Optional.of(new Planted(content.withOptions(options), Planted.ANSWER));
  }

  /**
   * Whether an option says the same as another: the same text, the same number, or one is the other
   * introduced as a word, a number or what the passage says, in French or English.
   */
  public static boolean same(String option, String key) {
    return SwappedKey.alike(option, key)
        || Arithmetic.sameValue(option, key)
        || introduces(option, key)
        || introduces(key, option);
  }

  private static boolean introduces(String phrase, String text) {
    return List.of("le nombre %s", "le mot « %s »", "selon le passage, %s").stream()
            .anyMatch(form -> SwappedKey.alike(phrase, form.formatted(text)))
        || List.of("the number %s", "the word “%s”", "according to the passage, %s").stream()
            .anyMatch(form -> SwappedKey.alike(phrase, form.formatted(text)));
  }

  /** Null where neither French nor English is known to be the language. */
  private static String restated(String key, Content content) {
    Matcher fraction = FRACTION.matcher(key);
    if (fraction.matches()) {
      return "%d/%d"
          .formatted(2 * Long.parseLong(fraction.group(1)), 2 * Long.parseLong(fraction.group(2)));
    }
    if (!content.french() && !content.english()) {
      return null;
    }
    boolean french = content.french();
    if (NUMBER.matcher(key).matches()) {
      return (french ? "le nombre %s" : "the number %s").formatted(key);
    }
    return key.contains(" ")
        ? (french ? "selon le passage, %s" : "according to the passage, %s").formatted(key)
        : (french ? "le mot « %s »" : "the word “%s”").formatted(key);
  }
}
