package io.quaestor.agree;

import io.quaestor.agree.Asked.Criterion;
import java.util.List;

/**
 * Moves the verdicts of a code from the places of {@link Asked} to those of {@link Slots}.
 *
 * @param who the auditor's place in the comparison
 * @param to where the verdict of each place goes
 */
record Recoding(int who, int[] to, long scored) {
  /** The bit of an audit that was scored, before it is moved. */
  static final long SCORED = 1L << 62;

  private static final int VERDICT = 3;

  static Recoding of(Asked asked, List<String> auditors, Slots slots) {
    int[] to = new int[asked.criteria().size()];
    for (int i = 0; i < to.length; i++) {
      Criterion criterion = asked.criteria().get(i);
      to[i] =
          criterion.isGate()
              ? slots.gate().indexOf(criterion.name())
              : slots.gate().size() + slots.soft().indexOf(criterion.name());
    }
    return new Recoding(auditors.indexOf(asked.auditor()), to, slots.scored());
  }

  long of(long code) {
    long moved = (code & SCORED) == 0 ? 0 : scored;
    for (int i = 0; i < to.length; i++) {
      moved |= (code >>> 2 * i & VERDICT) << 2 * to[i];
    }
    return moved;
  }
}
