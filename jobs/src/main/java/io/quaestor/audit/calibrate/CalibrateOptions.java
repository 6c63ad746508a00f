package io.quaestor.audit.calibrate;

import io.quaestor.JobException;
import java.util.List;
import java.util.Set;

/**
 * Who is to judge, and what.
 *
 * @param auditors one or more names, no name twice
 * @param size items wanted, half of them with a defect
 * @param seed another seed draws other questions and plants other defects
 * @param unit only questions of this unit; null for all
 * @param batchId questions of this batch, whatever auditors said of them; null for {@code
 *     active_questions}
 */
public record CalibrateOptions(
    List<String> auditors, int size, long seed, String unit, String batchId) {

  /**
   * Checks what was asked for.
   *
   * @throws JobException with exit code 2 when a value is not one of those above
   */
  public CalibrateOptions {
    auditors = List.copyOf(auditors);
    if (auditors.isEmpty() || Set.copyOf(auditors).size() < auditors.size()) {
      throw JobException.input(
          "auditors_not_distinct",
          "Cannot calibrate the auditors %s: one or more different ones are needed"
              .formatted(auditors),
          "name them as in --auditors mistral,sonnet");
    }
    if (size < 2) {
      throw JobException.input(
          "size_too_small",
          "Cannot calibrate with %d questions".formatted(size),
          "use --size 2 or more; 200 of a kind tell a sensitivity of 85% to within 5 points");
    }
  }
}
