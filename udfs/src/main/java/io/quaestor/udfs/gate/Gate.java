package io.quaestor.udfs.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether a question passes the gate criteria of an auditor: all of them have to be true. */
public final class Gate {
  /** The reply lacks a verdict on a gate criterion. */
  public static final String MISSING_CRITERION = "missing_criterion";

  /** The gate has no criteria, so nothing could be judged. */
  public static final String NO_CRITERIA = "no_criteria";

  private Gate() {}

  /**
   * Pass when every criterion is true, fail when all have a verdict and one is false. A criterion
   * that is absent or null leaves the question unscored, even when another is false; so does a gate
   * that is null or empty. Verdicts on other criteria are ignored; null verdicts are an empty map.
   * Names are compared exactly.
   */
  public static Decision decide(List<String> gateCriteria, Map<String, Boolean> verdicts) {
    if (gateCriteria == null || gateCriteria.isEmpty()) {
      return new Decision(Outcome.UNSCORED, NO_CRITERIA, List.of(), List.of());
    }
    List<String> failed = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String criterion : gateCriteria) {
      Boolean verdict = (criterion == null || verdicts == null) ? null : verdicts.get(criterion);
      if (verdict == null) {
        missing.add(String.valueOf(criterion));
      } else if (!verdict) {
        failed.add(criterion);
      }
    }
    return decided(List.copyOf(failed), List.copyOf(missing));
  }

  private static Decision decided(List<String> failed, List<String> missing) {
    if (!missing.isEmpty()) {
      return new Decision(Outcome.UNSCORED, MISSING_CRITERION, failed, missing);
    }
    return new Decision(failed.isEmpty() ? Outcome.PASS : Outcome.FAIL, null, failed, missing);
  }
}
