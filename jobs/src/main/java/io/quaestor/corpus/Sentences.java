package io.quaestor.corpus;

import java.util.ArrayList;
import java.util.List;

/** Cuts a paragraph into sentences, French or English. */
final class Sentences {
  /** Longer runs without an end are cut at white space. */
  static final int LONGEST = 2_000;

  private static final String TERMINALS = ".!?…";
  private static final String CLOSERS = "»”\"’')]";

  private Sentences() {}

  /**
   * A sentence in a text.
   *
   * @param start first UTF-16 code unit
   * @param end one past the last
   */
  record Range(int start, int end) {}

  /** Ranges in order; none is blank or has white space at an end. */
  static List<Range> of(String text) {
    List<Range> ranges = new ArrayList<>();
    Brackets brackets = new Brackets(text);
    int start = 0;
    for (int at = 0; at < text.length(); at++) {
      if (TERMINALS.indexOf(text.charAt(at)) < 0) {
        continue;
      }
      int end = afterClosers(text, at + 1);
      if (endsSentence(text, start, at, end) && !brackets.open(end)) {
        add(ranges, text, start, end);
        start = end;
      }
      at = Math.max(at, end - 1);
    }
    add(ranges, text, start, text.length());
    return ranges;
  }

  /** The lines of a listing, as ranges. */
  static List<Range> lines(String text) {
    List<Range> ranges = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      add(ranges, text, start, end);
      start = end + 1;
    }
    return ranges;
  }

  /** Where to cut a text that must not pass {@code limit}: at white space when there is some. */
  static int cutBefore(String text, int from, int limit) {
    if (limit >= text.length()) {
      return text.length();
    }
    for (int at = limit; at > from + (limit - from) / 2; at--) {
      if (Character.isWhitespace(text.charAt(at))) {
        return at;
      }
    }
    return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
  }

  private static void add(List<Range> ranges, String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (end - start > LONGEST) {
      int cut = cutBefore(text, start, start + LONGEST);
      add(ranges, text, start, cut);
      addRest(ranges, text, cut, end);
    } else if (end > start) {
      ranges.add(new Range(start, end));
    }
  }

  private static void addRest(List<Range> ranges, String text, int from, int end) {
    int start = from;
    while (start < end) {
      int cut = Math.min(end, cutBefore(text, start, start + LONGEST));
      add(ranges, text, start, cut);
      start = cut;
    }
  }

  private static int afterClosers(String text, int from) {
    int end = from;
    while (end < text.length() && TERMINALS.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    while (end < text.length()) {
      boolean spacedGuillemet =
          text.charAt(end) == ' ' && end + 1 < text.length() && text.charAt(end + 1) == '»';
      if (spacedGuillemet) {
        end += 2;
      } else if (CLOSERS.indexOf(text.charAt(end)) >= 0) {
        end++;
      } else {
        break;
      }
    }
    return end;
  }

  private static boolean endsSentence(String text, int start, int at, int end) {
    int next = end;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    if (next == text.length()) {
      return true;
    }
    if (next == end || !begins(text, next)) {
      return false;
    }
    boolean plainFullStop = text.charAt(at) == '.' && end == at + 1;
    return !plainFullStop || !Abbreviations.endsAt(text, start, at, next);
  }

  private static boolean begins(String text, int at) {
    int letter = text.codePointAt(at);
    return Character.isUpperCase(letter)
        || Character.isDigit(letter)
        || Character.isIdeographic(letter)
        || "«“\"‘([—–¿¡•".indexOf(letter) >= 0;
  }
}
