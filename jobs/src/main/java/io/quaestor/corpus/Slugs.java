package io.quaestor.corpus;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Names that people can type. */
final class Slugs {
  private static final int LONGEST = 60;
  private static final Map<String, String> FOLDED =
      Map.of("œ", "oe", "æ", "ae", "ß", "ss", "ø", "o", "ł", "l", "đ", "d", "þ", "th");

  private Slugs() {}

  /** Lower-case ASCII letters, digits and single hyphens; empty when nothing is left. */
  static String of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> letter : FOLDED.entrySet()) {
      lower = lower.replace(letter.getKey(), letter.getValue());
    }
    String ascii = Normalizer.normalize(lower, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    String slug = ascii.replaceAll("[^a-z0-9]+", "-");
    slug = slug.substring(0, Math.min(slug.length(), LONGEST));
    return slug.replaceAll("^-|-$", "");
  }
}
