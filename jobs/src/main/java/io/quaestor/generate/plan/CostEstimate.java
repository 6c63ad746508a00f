package io.quaestor.generate.plan;

import java.util.Locale;
import java.util.Map;

/**
 * What a plan will cost, as an interval that comes true nine times in ten.
 *
 * <p>What batches cost in the past, over what had been estimated for them, corrects the estimate
 * per pipeline and model; how far these ratios scatter gives the interval (normal prediction
 * interval of a sum, the uncertainty of the mean ratio included). One with too little past is
 * assumed to be off by {@link #GUESS}.
 *
 * @param low US dollars
 * @param high US dollars
 * @param batches of the past that were used, 0 for none
 */
public record CostEstimate(double low, double high, long batches) {
  private static final double Z = 1.645;
  private static final long ENOUGH = 10;
  private static final double GUESS = 0.35;

  /**
   * Past costs over estimates of one model in one pipeline.
   *
   * @param batches how many
   * @param deviation sample standard deviation
   */
  record Past(long batches, double mean, double deviation) {}

  /**
   * A plan's estimates for one model.
   *
   * @param sum US dollars
   * @param squares sum of their squares
   */
  record Planned(double sum, double squares) {}

  static CostEstimate of(Map<String, Planned> planned, Map<String, Past> past) {
    double mean = 0;
    double variance = 0;
    long batches = 0;
    for (Map.Entry<String, Planned> entry : planned.entrySet()) {
      Planned plan = entry.getValue();
      Past model = past.get(entry.getKey());
      if (model == null || model.batches() < ENOUGH) {
        mean += plan.sum();
        variance += Math.pow(GUESS * plan.sum() / Z, 2);
      } else {
        batches += model.batches();
        mean += plan.sum() * model.mean();
        double one = model.deviation() * model.deviation();
        variance += one * (plan.squares() + plan.sum() * plan.sum() / model.batches());
      }
    }
    double off = Z * Math.sqrt(variance);
    return new CostEstimate(Math.max(0, mean - off), mean + off, batches);
  }

  /** In words, such as {@code $0.41 to $0.63 (9 times in 10, going by 120 batches)}. */
  public String words() {
    String basis = batches == 0 ? "nothing like it asked yet" : "going by " + batches + " batches";
    return String.format(Locale.ROOT, "$%.2f to $%.2f (9 times in 10, %s)", low, high, basis);
  }

  /**
   * How what was spent lies to it, in words.
   *
   * @param usd spent for these very batches
   */
  public String against(double usd) {
    String where = usd < low ? "less than" : usd > high ? "more than" : "within";
    double middle = (low + high) / 2;
    double off = middle == 0 ? 0 : 100 * (usd - middle) / middle;
    return String.format(
        Locale.ROOT,
        "These batches cost $%.2f, %s the estimate of $%.2f to $%.2f (%+.0f %% off its middle)",
        usd,
        where,
        low,
        high,
        off);
  }
}
