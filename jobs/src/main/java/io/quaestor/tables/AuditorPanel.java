package io.quaestor.tables;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All auditors of a comparison that share a criterion, on that criterion (table {@code
 * auditor_panels}). Verdicts may be missing. A figure that is undefined is null, and {@code
 * undefined} says why.
 *
 * @param segment {@code all}, or {@code type=mcq_single} and so on
 * @param criterion shared by two auditors or more, or {@code flagged_gate} / {@code flagged_any}
 * @param auditors who have the criterion, in the order of the comparison
 * @param raters how many they are
 * @param units questions scored by at least one of them
 * @param pairableUnits questions scored by two or more
 * @param completeUnits questions scored by all
 * @param krippendorffAlpha nominal, up to 1, over the pairable units
 * @param fleissKappa -1 to 1, over the complete units, with Student's 95% interval
 * @param effectiveAuditors how many independent auditors these are worth (Kish), 0 and up
 * @param failShare of truly bad questions as Dawid and Skene estimate it, 0 to 1
 * @param errorRates of each auditor as they estimate them; empty below three auditors
 * @param undefined column to the reason why it is null or empty
 */
public record AuditorPanel(
    String comparisonId,
    String segment,
    String criterion,
    List<String> auditors,
    int raters,
    long units,
    long pairableUnits,
    long completeUnits,
    Double krippendorffAlpha,
    Double fleissKappa,
    Interval fleissKappaInterval,
    Double effectiveAuditors,
    Double failShare,
    List<ErrorRates> errorRates,
    Map<String, String> undefined,
    Instant createdAt) {

  /**
   * How often an auditor is right, by an estimate without a known truth.
   *
   * @param sensitivity share of truly bad questions that it fails, 0 to 1
   * @param specificity share of truly good questions that it passes, 0 to 1
   */
  public record ErrorRates(String auditor, double sensitivity, double specificity) {}
}
