package io.quaestor.conf;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;

/**
 * The offline provider.
 *
 * @param seed makes everything it says reproducible
 * @param latencyMs time it takes to answer
 * @param defects planted defect to the share of drafts that get it, 0 to 1
 * @param repairRate share of the repairs of faulty questions that really mend, 0 to 1
 * @param auditors model id to its skill as a judge; {@code default} for all others
 */
public record SimConf(
    long seed,
    long latencyMs,
    Map<String, Double> defects,
    double repairRate,
    Map<String, Judge> auditors)
    implements Serializable {

  /** What can be planted. */
  public static final Set<String> DEFECTS =
      Set.of(
          "wrong_key",
          "grammar",
          "hallucination",
          "incoherent",
          "unnatural",
          "register",
          "difficulty",
          "invalid_variation",
          "duplicate_option",
          "key_missing",
          "two_blanks",
          "fake_quote",
          "no_evidence",
          "unknown_span",
          "shallow",
          "no_context",
          "no_rationales",
          "paraphrased_quote",
          "two_supported",
          "none_supported",
          "low_confidence",
          "audit_key_mismatch",
          "index_out_of_range",
          "dropped_word",
          "added_word");

  private static final double HALF = 0.5;

  /** Half of the repairs mend. */
  public SimConf(
      long seed, long latencyMs, Map<String, Double> defects, Map<String, Judge> auditors) {
    this(seed, latencyMs, defects, HALF, auditors);
  }

  /**
   * How well a simulated judge sees.
   *
   * @param sensitivity criterion (or {@code default}) to the chance that a planted defect is found
   * @param specificity criterion (or {@code default}) to the chance that a sound one is passed
   */
  public record Judge(Map<String, Double> sensitivity, Map<String, Double> specificity)
      implements Serializable {}
}
