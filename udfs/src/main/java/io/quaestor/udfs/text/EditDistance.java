package io.quaestor.udfs.text;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Optimal string alignment distance (Damerau 1964; restricted as in Oommen and Loke 1997): the
 * fewest insertions, deletions, replacements and exchanges of neighbours, no place edited twice.
 * Counted in code points; time and space are bounded by the limit times the shorter length.
 */
public final class EditDistance {
  private EditDistance() {}

  /** The distance when it is at most {@code limit}, else empty; a null text counts as empty. */
  public static OptionalInt atMost(String a, String b, int limit) {
    if (a == null || b == null) {
      return atMost(a == null ? "" : a, b == null ? "" : b, limit);
    }
    if (limit < 0 || isLongerBy(a, b, limit) || isLongerBy(b, a, limit)) {
      return OptionalInt.empty();
    }
    int[] from = a.codePoints().toArray();
    int[] to = b.codePoints().toArray();
    return Math.abs(from.length - to.length) > limit
        ? OptionalInt.empty()
        : new Band(from, to, limit).distance();
  }

  /** Whether the distance is at most {@code limit}. */
  public static boolean within(String a, String b, int limit) {
    return atMost(a, b, limit).isPresent();
  }

  /** Before any code point is counted: one has more of them than the other has units and more. */
  private static boolean isLongerBy(String a, String b, int limit) {
    return (a.length() + 1L) / 2 > b.length() + (long) limit;
  }

  /**
   * Rows of the table, only as wide as the limit to both sides of the diagonal: entry {@code k} of
   * row {@code i} is column {@code i + k - limit}.
   */
  private static final class Band {
    private final int[] from;
    private final int[] to;
    private final int limit;

    Band(int[] from, int[] to, int limit) {
      this.from = from;
      this.to = to;
      this.limit = Math.min(limit, Math.max(from.length, to.length));
    }

    OptionalInt distance() {
      int[] beforeLast = new int[2 * limit + 1];
      int[] last = new int[2 * limit + 1];
      int[] row = new int[2 * limit + 1];
      for (int i = 0; i <= from.length; i++) {
        if (fill(row, i, last, beforeLast) > limit) {
          return OptionalInt.empty();
        }
        int[] spare = beforeLast;
        beforeLast = last;
        last = row;
        row = spare;
      }
      int distance = last[to.length - from.length + limit];
      return distance <= limit ? OptionalInt.of(distance) : OptionalInt.empty();
    }

    /** Fills row {@code i} and gives its smallest entry. */
    private int fill(int[] row, int i, int[] last, int[] beforeLast) {
      Arrays.fill(row, limit + 1);
      int smallest = limit + 1;
      for (int j = Math.max(0, i - limit); j <= Math.min(to.length, i + limit); j++) {
        int k = j - i + limit;
        row[k] = i == 0 || j == 0 ? i + j : cheapest(row, last, i, k);
        if (isExchange(i, j)) {
          row[k] = Math.min(row[k], beforeLast[k] + 1);
        }
        smallest = Math.min(smallest, row[k]);
      }
      return smallest;
    }

    private int cheapest(int[] row, int[] last, int i, int k) {
      boolean same = from[i - 1] == to[i + k - limit - 1];
      int cost = last[k] + (same ? 0 : 1);
      if (k > 0) {
        cost = Math.min(cost, row[k - 1] + 1);
      }
      return k < 2 * limit ? Math.min(cost, last[k + 1] + 1) : cost;
    }

    private boolean isExchange(int i, int j) {
      return i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
    }
  }
}
