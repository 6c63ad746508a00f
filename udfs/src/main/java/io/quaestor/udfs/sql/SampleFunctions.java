package io.quaestor.udfs.sql;

import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.compare.BenjaminiHochberg;
import io.quaestor.udfs.agreement.compare.CliffsDelta;
import io.quaestor.udfs.agreement.compare.MannWhitney;
import io.quaestor.udfs.agreement.compare.Moments;
import io.quaestor.udfs.agreement.compare.Ranks;
import io.quaestor.udfs.agreement.compare.Welch;
import io.quaestor.udfs.agreement.raters.Category;
import io.quaestor.udfs.agreement.raters.Patterns;
import io.quaestor.udfs.sql.AgreementFunctions.Interval;
import io.quaestor.udfs.sql.AgreementFunctions.Tested;
import io.quaestor.udfs.sql.SqlFunction.Example;
import java.util.List;

/** Values of two samples compared. */
public final class SampleFunctions {
  private static final String FIRST = "in_first - a value of the first sample; NULL elsewhere";
  private static final String SECOND = "in_second - a value of the second sample; NULL elsewhere";

  private SampleFunctions() {}

  /** Number, mean and variance of two samples, as {@code count}, {@code avg}, {@code var_samp}. */
  public record Summaries(
      Long n1, Double mean1, Double variance1, Long n2, Double mean2, Double variance2) {}

  /** {@link Welch}: difference of means, its interval, t, degrees of freedom and p-value. */
  public record TTest(
      Double difference,
      Double standardError,
      Double low,
      Double high,
      Double t,
      Double degrees,
      Double p,
      String undefined) {

    static TTest of(Welch welch) {
      Estimate difference = welch.difference();
      return new TTest(
          difference.point().value(),
          difference.standardError(),
          difference.low(),
          difference.high(),
          welch.test().value().value(),
          welch.degrees(),
          welch.test().p().value(),
          difference.point().undefined());
    }
  }

  /** {@link Welch#of}. */
  @SqlFunction(
      usage =
          "Welch's t test: difference of the means with 95% interval, t, degrees of freedom and"
              + " p-value, or why it is undefined.",
      arguments = {
        "n1 - number of values of the first sample",
        "mean1 - their mean",
        "variance1 - their variance with divisor n1 - 1, as var_samp gives it",
        "n2 - number of values of the second sample",
        "mean2 - their mean",
        "variance2 - their variance with divisor n2 - 1"
      },
      over = Sample.TWO_MEANS,
      examples = {
        @Example(sql = "welch_t(15, 3.5, 1.2, 16, 2.9, 1.1).p", result = "0.13075995661671025"),
        @Example(
            sql = "welch_t(x, y).t FROM VALUES (5, 3), (4, 4), (4, 2), (3, 3) AS s(x, y)",
            result = "1.7320508075688774"),
        @Example(sql = "welch_t(1, 3.5, NULL, 16, 2.9, 1.1).undefined", result = "too_few_values")
      })
  public static TTest welchT(@SqlFunction.Spread Summaries samples) {
    return TTest.of(
        Welch.of(
            moments(samples.n1, samples.mean1, samples.variance1),
            moments(samples.n2, samples.mean2, samples.variance2)));
  }

  /** {@link MannWhitney#of}. */
  @SqlFunction(
      usage =
          "Mann and Whitney's U, the pairs in which the first sample's value is larger, with its"
              + " p-value, or why there is none.",
      arguments = {FIRST, SECOND},
      examples = {
        @Example(
            sql =
                "mann_whitney_u(x, y).value FROM VALUES (5, 3), (4, 4), (4, 2), (3, NULL) AS s(x, y)",
            result = "9.5"),
        @Example(
            sql = "mann_whitney_u(x, y).undefined FROM VALUES (5, 5), (5, 5) AS s(x, y)",
            result = "no_variation")
      })
  public static Tested mannWhitneyU(@SqlFunction.Rows({"in_first", "in_second"}) Patterns values) {
    return Tested.of(MannWhitney.of(ranks(values)));
  }

  /** {@link CliffsDelta#of}. */
  @SqlFunction(
      usage =
          "Cliff's delta: how much more often the first sample's value is larger than smaller, with"
              + " standard error and 95% interval, or why it is undefined.",
      arguments = {FIRST, SECOND},
      examples =
          @Example(
              sql =
                  "cliffs_delta(x, y).value FROM VALUES (5, 3), (4, 4), (4, 2), (3, NULL) AS s(x, y)",
              result = "0.5833333333333333"))
  public static Interval cliffsDelta(@SqlFunction.Rows({"in_first", "in_second"}) Patterns values) {
    return Interval.of(CliffsDelta.of(ranks(values)));
  }

  /** {@link BenjaminiHochberg#adjust}; null for null. */
  @SqlFunction(
      usage =
          "p-values adjusted for how many there are, in the order given (Benjamini and Hochberg);"
              + " NULL and what is no probability stay out and become NULL.",
      arguments = "p - p-values of all tests",
      examples =
          @Example(
              sql = "benjamini_hochberg(array(0.01, 0.02, NULL, 0.04, 0.04))",
              result = "[0.04,0.04,null,0.04,0.04]"))
  public static List<Double> benjaminiHochberg(List<Double> p) {
    return p == null ? null : BenjaminiHochberg.adjust(p);
  }

  private static Moments moments(Long n, Double mean, Double variance) {
    return n == null || n < 2 || mean == null || variance == null || variance < 0
        ? Moments.EMPTY
        : Moments.ofVariance(n, mean, variance);
  }

  /** Names have no rank, and are left out. */
  private static Ranks ranks(Patterns values) {
    Ranks ranks = new Ranks();
    values
        .sorted()
        .forEach(
            (pattern, rows) -> {
              for (int i = 0; i < 2; i++) {
                Category value = pattern.get(i);
                if (value != null && value.number() != null) {
                  ranks.add(i, value.number(), rows);
                }
              }
            });
    return ranks;
  }
}
