package io.quaestor.udfs.text;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Draws that depend on a seed and on names, never on order or partitioning: the same seed gives the
 * same draw wherever and in whatever order the items come.
 */
public final class Seeds {
  private Seeds() {}

  /**
   * 64 well mixed bits from a seed and any parts (a null part differs from an empty one), the same
   * in every release: the first eight bytes of {@link Hashes}' SHA-256 over the seed in decimal and
   * the parts.
   */
  public static long of(long seed, String... parts) {
    String[] all = new String[parts.length + 1];
    all[0] = Long.toString(seed);
    System.arraycopy(parts, 0, all, 1, parts.length);
    return ByteBuffer.wrap(Hashes.digest(all)).getLong();
  }

  /** A number in [0, 1) from the upper 53 bits. */
  public static double unit(long bits) {
    return (bits >>> 11) * 0x1.0p-53;
  }

  /**
   * The {@code k} items whose {@link #of hash} of seed and id is smallest (as an unsigned number),
   * in the order of that hash. All of them when there are fewer; none for a null list or {@code k
   * <= 0}. Ids have to be distinct: items that share one keep the order they came in.
   */
  public static <T> List<T> sample(List<T> items, int k, long seed, Function<T, String> idOf) {
    if (items == null || k <= 0) {
      return List.of();
    }
    return items.stream()
        .map(item -> new Ranked<>(item, of(seed, idOf.apply(item))))
        .sorted(Comparator.comparing(Ranked::hash, Long::compareUnsigned))
        .limit(k)
        .map(Ranked::item)
        .toList();
  }

  private record Ranked<T>(T item, Long hash) {}
}
