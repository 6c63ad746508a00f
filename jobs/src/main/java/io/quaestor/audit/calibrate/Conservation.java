package io.quaestor.audit.calibrate;

import io.quaestor.ExitCode;
import io.quaestor.JobException;
import java.util.List;
import java.util.Map;

/**
 * Every item is scored or unscored by every auditor, and every vote belongs to an item.
 *
 * @param counts of items, counted apart from votes
 * @param criteria by auditor
 */
record Conservation(Map<String, Long> counts, Map<String, List<String>> criteria) {

  /**
   * @param outcomes items by auditor and outcome
   * @throws JobException with exit code 1 that names what does not add up
   */
  void check(Map<String, Long> outcomes, List<Tally> tallies) {
    criteria.forEach(
        (auditor, names) -> {
          long items =
              List.of("pass", "fail", "unscored").stream()
                  .mapToLong(outcome -> outcomes.getOrDefault(auditor + " " + outcome, 0L))
                  .sum();
          require(auditor, items, counts.get("items"));
          names.forEach(criterion -> untouched(auditor, criterion, tallies));
        });
  }

  private void untouched(String auditor, String criterion, List<Tally> tallies) {
    long votes =
        tallies.stream()
            .filter(t -> t.defect() == null && t.auditor().equals(auditor))
            .filter(t -> t.criterion().equals(criterion))
            .mapToLong(t -> t.scored() + t.unscored())
            .sum();
    require(auditor + ", untouched by " + criterion, votes, counts.get("untouched"));
  }

  private static void require(String what, long found, long items) {
    if (found != items) {
      throw new JobException(
          ExitCode.INTERNAL,
          "calibration_not_conserved",
          "The calibration does not add up: %s: %d of %d items".formatted(what, found, items),
          "nothing was written; report this with the calibration's arguments");
    }
  }
}
