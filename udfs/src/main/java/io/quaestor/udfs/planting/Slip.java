package io.quaestor.udfs.planting;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One way to get grammar wrong, and how to see it.
 *
 * @param right where it can be made; its group {@code it} is what is exchanged
 * @param by what stands there to what takes its place, lower case; with a key {@code *} all else
 *     gets an {@code s}, without it loses its last letter
 * @param wrong what it looks like afterwards
 */
record Slip(Pattern right, Map<String, String> by, Pattern wrong) {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  static Slip of(String right, Map<String, String> by, String wrong) {
    return new Slip(Pattern.compile(right, FLAGS), by, Pattern.compile(wrong, FLAGS));
  }

  /** The text with the slip, once for each place where it can be made. */
  Stream<String> made(String text) {
    return right
        .matcher(text)
        .results()
        .map(
            found -> {
              Matcher at = right.matcher(text);
              at.find(found.start());
              String made = exchanged(at.group("it"));
              return text.substring(0, at.start("it")) + made + text.substring(at.end("it"));
            });
  }

  boolean shows(String text) {
    return wrong.matcher(text).find();
  }

  private String exchanged(String it) {
    String to = by.get(it.toLowerCase(Locale.ROOT));
    if (to == null) {
      return by.containsKey("*") ? it + "s" : it.substring(0, it.length() - 1);
    }
    boolean capital = Character.isUpperCase(it.charAt(0));
    return capital ? to.substring(0, 1).toUpperCase(Locale.ROOT) + to.substring(1) : to;
  }
}
