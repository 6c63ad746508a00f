package io.quaestor.udfs.sql;

import io.quaestor.udfs.agreement.Coefficients;
import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.Significance;
import io.quaestor.udfs.agreement.Statistic;
import io.quaestor.udfs.sql.SqlFunction.Example;

/**
 * Agreement of two auditors, from counts or over rows of their verdicts. Counts that are no table
 * of counts leave the figure undefined: {@code missing_count}, {@code negative_count}, {@code
 * count_overflow}.
 */
public final class AgreementFunctions {
  static final String BOTH_PASS = "both_pass - how often both passed";
  static final String A_ONLY_FAIL = "a_only_fail - how often a alone failed";
  static final String B_ONLY_FAIL = "b_only_fail - how often b alone failed";
  static final String BOTH_FAIL = "both_fail - how often both failed";

  private AgreementFunctions() {}

  /** A figure with its 95% interval, or why there is none. */
  public record Interval(
      Double value, Double standardError, Double low, Double high, String undefined) {

    static Interval of(Estimate estimate) {
      return new Interval(
          estimate.point().value(),
          estimate.standardError(),
          estimate.low(),
          estimate.high(),
          estimate.point().undefined());
    }

    static Interval undefined(String reason) {
      return new Interval(null, null, null, null, reason);
    }
  }

  /**
   * A test, and why there is no p-value.
   *
   * @param value the statistic; null when the test is undefined
   * @param p two-sided
   */
  public record Tested(Double value, Double p, String undefined) {
    static Tested of(Significance test) {
      return new Tested(test.value().value(), test.p().value(), test.p().undefined());
    }
  }

  /** {@link Coefficients#percentAgreement}. */
  @SqlFunction(
      usage = "Share of pairs with the same verdict, or why it is undefined.",
      arguments = {BOTH_PASS, A_ONLY_FAIL, B_ONLY_FAIL, BOTH_FAIL},
      over = Sample.PAIRS,
      examples =
          @Example(
              sql = "percent_agreement(20, 5, 10, 15)",
              result = "{\"value\":0.7,\"undefined\":null}"))
  public static Statistic percentAgreement(
      Long bothPass, Long aOnlyFail, Long bOnlyFail, Long bothFail) {
    return new Counts(bothPass, aOnlyFail, bOnlyFail, bothFail)
        .statistic(Coefficients::percentAgreement);
  }

  /** {@link Coefficients#agreementOnFail}. */
  @SqlFunction(
      usage = "Of the fails that either gave, the share that both gave, or why it is undefined.",
      arguments = {BOTH_PASS, A_ONLY_FAIL, B_ONLY_FAIL, BOTH_FAIL},
      over = Sample.PAIRS,
      examples =
          @Example(
              sql = "agreement_on_fail(90, 5, 5, 0)",
              result = "{\"value\":0.0,\"undefined\":null}"))
  public static Statistic agreementOnFail(
      Long bothPass, Long aOnlyFail, Long bOnlyFail, Long bothFail) {
    return new Counts(bothPass, aOnlyFail, bOnlyFail, bothFail)
        .statistic(Coefficients::agreementOnFail);
  }

  /** {@link Coefficients#cohensKappa}. */
  @SqlFunction(
      usage = "Cohen's kappa with standard error and 95% interval, or why it is undefined.",
      arguments = {BOTH_PASS, A_ONLY_FAIL, B_ONLY_FAIL, BOTH_FAIL},
      over = Sample.PAIRS,
      examples = {
        @Example(
            sql = "cohens_kappa(20, 5, 10, 15)",
            result =
                "{\"value\":0.4,\"standard_error\":0.12699606293110036,\"low\":0.15109229047666112,\"high\":0.6489077095233389,\"undefined\":null}"),
        @Example(sql = "cohens_kappa(9, 0, 0, 0).undefined", result = "no_variation"),
        @Example(
            sql =
                "cohens_kappa(a, b).value FROM VALUES (true, true), (false, false), (true, NULL),"
                    + " (true, false), (false, false) AS t(a, b)",
            result = "0.5")
      })
  public static Interval cohensKappa(Long bothPass, Long aOnlyFail, Long bOnlyFail, Long bothFail) {
    return new Counts(bothPass, aOnlyFail, bOnlyFail, bothFail).interval(Coefficients::cohensKappa);
  }

  /** {@link Coefficients#agreementOnPass}. */
  @SqlFunction(
      usage = "Of the passes that either gave, the share that both gave, or why it is undefined.",
      arguments = {BOTH_PASS, A_ONLY_FAIL, B_ONLY_FAIL, BOTH_FAIL},
      over = Sample.PAIRS,
      examples = {
        @Example(
            sql = "agreement_on_pass(90, 5, 5, 0)",
            result = "{\"value\":0.9473684210526315,\"undefined\":null}")
      })
  public static Statistic agreementOnPass(
      Long bothPass, Long aOnlyFail, Long bOnlyFail, Long bothFail) {
    return new Counts(bothPass, aOnlyFail, bOnlyFail, bothFail)
        .statistic(Coefficients::agreementOnPass);
  }

  /** {@link Coefficients#scottsPi}. */
  @SqlFunction(
      usage = "Scott's pi with standard error and 95% interval, or why it is undefined.",
      arguments = {BOTH_PASS, A_ONLY_FAIL, B_ONLY_FAIL, BOTH_FAIL},
      over = Sample.PAIRS,
      examples = {@Example(sql = "scotts_pi(45, 0, 5, 0).value", result = "-0.05263157894736725")})
  public static Interval scottsPi(Long bothPass, Long aOnlyFail, Long bOnlyFail, Long bothFail) {
    return new Counts(bothPass, aOnlyFail, bOnlyFail, bothFail).interval(Coefficients::scottsPi);
  }

  /** {@link Coefficients#gwetAc1}. */
  @SqlFunction(
      usage = "Gwet's AC1 with standard error and 95% interval, or why it is undefined.",
      arguments = {BOTH_PASS, A_ONLY_FAIL, B_ONLY_FAIL, BOTH_FAIL},
      over = Sample.PAIRS,
      examples = {
        @Example(sql = "gwet_ac1(118, 5, 2, 0).value", result = "0.9407763376087177"),
        @Example(
            sql =
                "gwet_ac1(a, b).value FROM VALUES (true, true), (true, true), (false, NULL) AS t(a, b)",
            result = "1.0")
      })
  public static Interval gwetAc1(Long bothPass, Long aOnlyFail, Long bOnlyFail, Long bothFail) {
    return new Counts(bothPass, aOnlyFail, bOnlyFail, bothFail).interval(Coefficients::gwetAc1);
  }

  /** {@link Coefficients#pabak}. */
  @SqlFunction(
      usage = "Prevalence- and bias-adjusted kappa with 95% interval, or why it is undefined.",
      arguments = {BOTH_PASS, A_ONLY_FAIL, B_ONLY_FAIL, BOTH_FAIL},
      over = Sample.PAIRS,
      examples = {@Example(sql = "pabak(118, 5, 2, 0).value", result = "0.8879999999999999")})
  public static Interval pabak(Long bothPass, Long aOnlyFail, Long bOnlyFail, Long bothFail) {
    return new Counts(bothPass, aOnlyFail, bOnlyFail, bothFail).interval(Coefficients::pabak);
  }

  /** {@link Coefficients#prevalenceIndex}. */
  @SqlFunction(
      usage =
          "How much more often both failed than both passed, as a share of the pairs from -1 to 1, or why it is undefined.",
      arguments = {BOTH_PASS, A_ONLY_FAIL, B_ONLY_FAIL, BOTH_FAIL},
      over = Sample.PAIRS,
      examples = {@Example(sql = "prevalence_index(90, 5, 3, 2).value", result = "-0.88")})
  public static Statistic prevalenceIndex(
      Long bothPass, Long aOnlyFail, Long bOnlyFail, Long bothFail) {
    return new Counts(bothPass, aOnlyFail, bOnlyFail, bothFail)
        .statistic(Coefficients::prevalenceIndex);
  }

  /** {@link Coefficients#biasIndex}. */
  @SqlFunction(
      usage =
          "How much more often a failed than b, as a share of the pairs from -1 to 1, or why it is undefined.",
      arguments = {BOTH_PASS, A_ONLY_FAIL, B_ONLY_FAIL, BOTH_FAIL},
      over = Sample.PAIRS,
      examples = {@Example(sql = "bias_index(90, 5, 3, 2).value", result = "0.02")})
  public static Statistic biasIndex(Long bothPass, Long aOnlyFail, Long bOnlyFail, Long bothFail) {
    return new Counts(bothPass, aOnlyFail, bOnlyFail, bothFail).statistic(Coefficients::biasIndex);
  }
}
