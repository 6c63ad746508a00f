package io.quaestor.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Which words two texts do not share, in order: by their longest common subsequence; pure. */
public final class TextDifference {
  /** A word with the white space before it. */
  private static final Pattern PIECES = Pattern.compile("(?<=\\S)(?=\\s)");

  /** Comparisons beyond which two texts count as wholly different. */
  private static final long MOST = 4_000_000;

  private TextDifference() {}

  /**
   * A stretch of one text.
   *
   * @param differs whether the other text does not have it here
   */
  public record Piece(String text, boolean differs) {}

  /** Both texts in pieces; null counts as empty. */
  public record Sides(List<Piece> before, List<Piece> after) {}

  public static Sides of(String before, String after) {
    List<String> a = pieces(before);
    List<String> b = pieces(after);
    boolean[] inA = new boolean[a.size()];
    boolean[] inB = new boolean[b.size()];
    if ((long) a.size() * b.size() <= MOST) {
      mark(a, b, inA, inB);
    }
    return new Sides(joined(a, inA), joined(b, inB));
  }

  private static List<String> pieces(String text) {
    return text == null || text.isEmpty() ? List.of() : Arrays.asList(PIECES.split(text));
  }

  private static void mark(List<String> a, List<String> b, boolean[] inA, boolean[] inB) {
    int[][] longest = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        longest[i][j] =
            a.get(i).equals(b.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < a.size() && j < b.size()) {
      if (a.get(i).equals(b.get(j))) {
        inA[i++] = true;
        inB[j++] = true;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }

  private static List<Piece> joined(List<String> pieces, boolean[] shared) {
    List<Piece> joined = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      text.append(pieces.get(i));
      if (i + 1 == pieces.size() || shared[i] != shared[i + 1]) {
        joined.add(new Piece(text.toString(), !shared[i]));
        text.setLength(0);
      }
    }
    return joined;
  }
}
