package io.quaestor.audit.calibrate;

import io.quaestor.udfs.planting.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Shares questions out: half of them over the kinds of defects, each kind as many as any other as
 * long as there are questions for it, and the other half to be left as they are, from all strata in
 * proportion to what is left there. No stratum gives more than half to defects, so that untouched
 * questions are like the others.
 */
final class Shares {
  private static final Kind[] KINDS = Kind.values();

  private final List<Stratum> strata;
  private final List<List<Kind>> kinds;
  private final long[] room;
  private final long[][] planted;

  private Shares(List<Stratum> strata) {
    this.strata = strata;
    this.kinds = strata.stream().map(Shares::kinds).toList();
    this.room = strata.stream().mapToLong(s -> (s.population() + 1) / 2).toArray();
    this.planted = new long[strata.size()][KINDS.length];
  }

  /**
   * @param strata in a fixed order, which settles ties
   * @param size items wanted; all questions are used where there are fewer
   */
  static List<Share> of(List<Stratum> strata, long size) {
    Shares shares = new Shares(strata);
    long all = strata.stream().mapToLong(Stratum::population).sum();
    long items = Math.min(size, all);
    long planted = shares.plant(items / 2);
    return shares.shares(shares.untouched(items - planted, all - planted));
  }

  private static List<Kind> kinds(Stratum stratum) {
    return Stream.of(stratum.kinds().split(",")).filter(k -> !k.isEmpty()).map(Kind::of).toList();
  }

  /** One at a time to the kind that has fewest; how many there came to be. */
  private long plant(long wanted) {
    long given = 0;
    while (given < wanted && plantOne()) {
      given++;
    }
    return given;
  }

  private boolean plantOne() {
    List<Kind> poorest = Stream.of(KINDS).sorted(Comparator.comparingLong(this::planted)).toList();
    for (Kind kind : poorest) {
      int from = from(kind);
      if (from >= 0) {
        planted[from][kind.ordinal()]++;
        room[from]--;
        return true;
      }
    }
    return false;
  }

  private long planted(Kind kind) {
    return Arrays.stream(planted).mapToLong(of -> of[kind.ordinal()]).sum();
  }

  /** The stratum that is of least use to other kinds; -1 where none has room. */
  private int from(Kind kind) {
    return IntStream.range(0, room.length)
        .filter(i -> room[i] > 0 && kinds.get(i).contains(kind))
        .boxed()
        .min(
            Comparator.<Integer>comparingInt(i -> kinds.get(i).size())
                .thenComparingLong(i -> -room[i]))
        .orElse(-1);
  }

  /** By stratum; sums of shares are rounded down, so that they add up. */
  private long[] untouched(long wanted, long left) {
    long[] untouched = new long[strata.size()];
    long before = 0;
    for (int i = 0; i < untouched.length && left > 0; i++) {
      long here = before + strata.get(i).population() - LongStream.of(planted[i]).sum();
      untouched[i] =
          Math.multiplyExact(here, wanted) / left - Math.multiplyExact(before, wanted) / left;
      before = here;
    }
    return untouched;
  }

  private List<Share> shares(long[] untouched) {
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < strata.size(); i++) {
      long at = 0;
      for (Kind kind : kinds.get(i)) {
        long many = planted[i][kind.ordinal()];
        shares.add(new Share(strata.get(i).kinds(), kind.wire(), at, at + many));
        at += many;
      }
      shares.add(new Share(strata.get(i).kinds(), null, at, at + untouched[i]));
    }
    return shares.stream().filter(share -> share.until() > share.after()).toList();
  }
}
