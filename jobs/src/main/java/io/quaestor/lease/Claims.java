package io.quaestor.lease;

import java.util.HashMap;
import java.util.Map;

/** Who makes which partition's calls: one at a time, whatever Spark starts twice. */
final class Claims {
  private final Map<String, Claim> holders = new HashMap<>();
  private final Map<String, Boolean> begun = new HashMap<>();

  Claim.Answer claim(Claim claim) {
    Claim holder = holders.get(claim.work());
    if (holder != null) {
      return holder.equals(claim) ? answer(claim) : Claim.Answer.WAIT;
    }
    holders.put(claim.work(), claim);
    begun.merge(claim.work(), false, (was, no) -> true);
    return answer(claim);
  }

  private Claim.Answer answer(Claim claim) {
    return begun.get(claim.work()) ? Claim.Answer.BEGUN : Claim.Answer.FRESH;
  }

  void release(Claim claim) {
    holders.remove(claim.work(), claim);
  }

  /** An executor is no more. */
  void lost(String executorId) {
    holders.values().removeIf(claim -> claim.executorId().equals(executorId));
  }
}
