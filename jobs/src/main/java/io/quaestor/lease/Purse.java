package io.quaestor.lease;

import java.util.HashMap;
import java.util.Map;

/** What a run may still spend, in {@link Pico} dollars; never less than all that was granted. */
final class Purse {
  private final Map<String, Report.Money> members = new HashMap<>();
  private long left;

  Purse(long most) {
    left = most;
  }

  /** Something granted, or word that it will never be. */
  record Allowance(long money, boolean gone) {
    static final Allowance NONE = new Allowance(0, false);
  }

  Allowance report(String member, Report.Money money) {
    left += money.returned();
    members.put(member, money);
    if (money.wanted() == 0) {
      return Allowance.NONE;
    }
    if (left >= money.needed()) {
      long granted = Math.min(left, money.wanted());
      left -= granted;
      return new Allowance(granted, false);
    }
    return new Allowance(0, !mayComeBack(member));
  }

  /** Whether somebody has money that is not spent yet. */
  private boolean mayComeBack(String asking) {
    return members.entrySet().stream()
        .anyMatch(
            other ->
                other.getValue().inFlight()
                    || !other.getKey().equals(asking) && other.getValue().held() > 0);
  }

  /** A member that is no more: what it held counts as spent. */
  void drop(String member) {
    members.remove(member);
  }
}
