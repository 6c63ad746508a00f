package io.quaestor.conf;

import java.io.Serializable;
import java.util.Map;

/**
 * The offline provider.
 *
 * @param seed makes everything it says reproducible
 * @param latencyMs time it takes to answer
 * @param defects planted defect to the share of drafts that get it, 0 to 1
 * @param auditors model id to its skill as a judge; {@code default} for all others
 */
public record SimConf(
    long seed, long latencyMs, Map<String, Double> defects, Map<String, Judge> auditors)
    implements Serializable {

  /**
   * How well a simulated judge sees.
   *
   * @param sensitivity criterion (or {@code default}) to the chance that a planted defect is found
   * @param specificity criterion (or {@code default}) to the chance that a sound one is passed
   */
  public record Judge(Map<String, Double> sensitivity, Map<String, Double> specificity)
      implements Serializable {}
}
