package io.quaestor.corpus;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins the lines of a paragraph, taking out the hyphens of line breaks. */
final class LineJoin {
  private static final Pattern HYPHENATED = Pattern.compile("(?s).*\\p{L}[-‐]");
  private static final Pattern LOWER_WORD = Pattern.compile("(\\p{Ll}+).*", Pattern.DOTALL);

  /** What French writes after a real hyphen: such a hyphen stays. */
  private static final Set<String> AFTER_HYPHEN =
      Set.of(
          "il", "elle", "on", "ils", "elles", "je", "tu", "nous", "vous", "ce", "ci", "là", "t",
          "moi", "toi", "le", "la", "les", "lui", "leur", "y", "en", "même", "mêmes", "être", "à",
          "de", "dire", "vis", "midi");

  private LineJoin() {}

  static String join(String before, String after) {
    if (before.isEmpty()) {
      return after;
    }
    Matcher word = LOWER_WORD.matcher(after);
    if (!HYPHENATED.matcher(before).matches() || !word.matches()) {
      return before + " " + after;
    }
    boolean real = AFTER_HYPHEN.contains(word.group(1).toLowerCase(Locale.ROOT));
    return (real ? before : before.substring(0, before.length() - 1)) + after;
  }
}
