package io.quaestor.udfs.rubric;

import java.util.List;
import java.util.Objects;

/**
 * What a judgement comes to.
 *
 * <p>An invalid judgement has no figures and is neither kept, repaired nor rejected, unless a hard
 * rejection applies, which needs no score.
 *
 * @param binaryScore 0 to 6; null when invalid, as are the next three
 * @param avgLikert 1 to 5
 * @param likertScore 0.8 to 4
 * @param totalScore 0.8 to 10
 * @param verdict null when invalid and not hard-rejected
 * @param hardRejections codes of {@link HardRejection}; empty for none
 * @param invalid codes such as {@code clarity_out_of_range} and {@code grounded_missing}, in the
 *     rubric's order; empty when valid
 */
public record Score(
    Double binaryScore,
    Double avgLikert,
    Double likertScore,
    Double totalScore,
    Verdict verdict,
    List<String> hardRejections,
    List<String> invalid) {

  /** Without figures, for these reasons. */
  public static Score invalid(List<String> codes) {
    return new Score(null, null, null, null, null, List.of(), codes);
  }

  public boolean isValid() {
    return invalid.isEmpty();
  }

  /** The same figures with the verdict reject; this one when there is no code but null. */
  public Score rejectedFor(List<String> codes) {
    if (codes == null) {
      return this;
    }
    List<String> given = codes.stream().filter(Objects::nonNull).toList();
    return given.isEmpty()
        ? this
        : new Score(
            binaryScore, avgLikert, likertScore, totalScore, Verdict.REJECT, given, invalid);
  }
}
