package io.quaestor.sample;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How many questions each stratum gives: first the part meant for disagreements, then the rest over
 * all that are left, both in proportion to what is there, by largest remainders. A stratum never
 * gives more than it has; what disagreements cannot give is drawn from all.
 */
final class Allocation {
  private Allocation() {}

  /**
   * @param strata nothing drawn yet, in a fixed order, which settles ties
   * @param randomShare 0 to 1
   */
  static List<Stratum> of(List<Stratum> strata, int size, double randomShare) {
    long toDisagreements = size - Math.round(size * randomShare);
    List<Stratum> first = shared(strata, toDisagreements, Stratum::disagreement);
    long drawn = first.stream().mapToLong(Stratum::drawn).sum();
    return shared(first, size - drawn, stratum -> true);
  }

  private static List<Stratum> shared(
      List<Stratum> strata, long size, Predicate<Stratum> takesPart) {
    long[] room = strata.stream().mapToLong(s -> takesPart.test(s) ? s.room() : 0).toArray();
    long[] shares = shares(room, size);
    List<Stratum> shared = new ArrayList<>();
    for (int i = 0; i < room.length; i++) {
      shared.add(strata.get(i).and(shares[i]));
    }
    return shared;
  }

  /** Shares in proportion to the room; they add up to the size, or to all room if that is less. */
  static long[] shares(long[] room, long size) {
    long total = LongStream.of(room).sum();
    if (size >= total) {
      return room.clone();
    }
    long[] shares = new long[room.length];
    BigInteger[] remainders = new BigInteger[room.length];
    for (int i = 0; i < room.length; i++) {
      BigInteger[] quota =
          BigInteger.valueOf(room[i])
              .multiply(BigInteger.valueOf(size))
              .divideAndRemainder(BigInteger.valueOf(total));
      shares[i] = quota[0].longValueExact();
      remainders[i] = quota[1];
    }
    IntStream.range(0, room.length)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
        .limit(size - LongStream.of(shares).sum())
        .forEach(i -> shares[i]++);
    return shares;
  }
}
