package io.quaestor.udfs.structure;

import io.quaestor.udfs.text.Normalise;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blanks in a stem: {@code [blank]} (in any case) or a run of two or more underscores. A null stem
 * counts as empty.
 */
public final class Blanks {
  /** One blank. */
  public static final Pattern PATTERN =
      Pattern.compile("\\[blank\\]|_{2,}+", Pattern.CASE_INSENSITIVE);

  private static final int MIN_CONTEXT = 3;

  private Blanks() {}

  /** How many blanks there are. */
  public static int count(String stem) {
    return (int) in(stem).results().count();
  }

  /** The stem with each blank left out and nothing put in its place. */
  public static String strip(String stem) {
    return in(stem).replaceAll("");
  }

  /** The stem with {@code answer} in its first blank; unchanged when it has none. */
  public static String fill(String stem, String answer) {
    return in(stem).replaceFirst(Matcher.quoteReplacement(answer == null ? "" : answer));
  }

  /** Whether at least three characters, white space aside, stand around the blanks. */
  public static boolean hasContext(String stem) {
    String context = Normalise.folded(strip(stem));
    return context.codePoints().filter(codePoint -> codePoint != ' ').count() >= MIN_CONTEXT;
  }

  private static Matcher in(String stem) {
    return PATTERN.matcher(stem == null ? "" : stem);
  }
}
