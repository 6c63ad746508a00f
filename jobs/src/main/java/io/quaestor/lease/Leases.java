package io.quaestor.lease;

import java.util.HashMap;
import java.util.Map;

/**
 * Who holds how much of one class's budget. Pure: time comes in.
 *
 * <p>What is held never sums to more than the whole. A holder that is to have less counts with what
 * it had until its next report shows that it knows, so others get it one report later.
 */
final class Leases {
  /** Keeps a holder that used little able to start, as a share of the whole. */
  private static final double FLOOR = 0.02;

  /** A holder that was not short gets this much of what it used. */
  private static final double ROOM = 1.5;

  private final Map<String, Lease> leases = new HashMap<>();

  private static final class Lease {
    private double need;
    private double granted;
    private double counted;
    private long expires;
  }

  /** The member's new share. */
  double renew(String member, Report.Need need, long now, long expires) {
    leases.values().removeIf(lease -> lease.expires < now);
    Lease own = leases.computeIfAbsent(member, m -> new Lease());
    own.need = need.starved() ? Double.POSITIVE_INFINITY : Math.max(FLOOR, ROOM * need.used());
    own.expires = expires;
    double others = -own.counted;
    Map<String, Double> needs = new HashMap<>();
    for (Map.Entry<String, Lease> entry : leases.entrySet()) {
      needs.put(entry.getKey(), entry.getValue().need);
      others += entry.getValue().counted;
    }
    double free = Math.max(0, 1 - others);
    double share = Math.min(Shares.divide(needs).get(member), free);
    own.counted = Math.max(own.granted, share);
    own.granted = share;
    return share;
  }

  void drop(String member) {
    leases.remove(member);
  }
}
