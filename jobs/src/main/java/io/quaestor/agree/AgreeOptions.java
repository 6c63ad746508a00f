package io.quaestor.agree;

import io.quaestor.JobException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What to compare.
 *
 * @param auditors two or more names, no name twice; pairs are formed in this order
 * @param flagged {@code gate} (gate criteria only) or {@code any} (soft signals too): which
 *     definition the summary counts; both are always computed
 */
public record AgreeOptions(List<String> auditors, String flagged) {

  /**
   * Checks what was asked for.
   *
   * @throws JobException with exit code 2 when a value is not one of those above
   */
  public AgreeOptions {
    auditors = List.copyOf(auditors);
    if (auditors.size() < 2 || Set.copyOf(auditors).size() < auditors.size()) {
      throw JobException.input(
          "auditors_not_a_pair",
          "Cannot compare the auditors %s: two or more different ones are needed"
              .formatted(auditors),
          "name them as in --auditors mistral,sonnet");
    }
    if (!"gate".equals(flagged) && !"any".equals(flagged)) {
      throw JobException.input(
          "unknown_flagged",
          "Unknown definition of flagged: '%s'".formatted(flagged),
          "use --flagged gate (gate criteria only) or --flagged any (soft signals too)");
    }
  }

  /** Every two auditors, in the order given. */
  List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (int a = 0; a < auditors.size(); a++) {
      for (int b = a + 1; b < auditors.size(); b++) {
        pairs.add(new Pair(auditors.get(a), auditors.get(b)));
      }
    }
    return pairs;
  }

  /** Two auditors; A is the one named first. */
  record Pair(String a, String b) {}
}
