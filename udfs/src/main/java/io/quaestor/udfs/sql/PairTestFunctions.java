package io.quaestor.udfs.sql;

import static io.quaestor.udfs.sql.AgreementFunctions.A_ONLY_FAIL;
import static io.quaestor.udfs.sql.AgreementFunctions.BOTH_FAIL;
import static io.quaestor.udfs.sql.AgreementFunctions.BOTH_PASS;
import static io.quaestor.udfs.sql.AgreementFunctions.B_ONLY_FAIL;

import io.quaestor.udfs.agreement.Coefficients;
import io.quaestor.udfs.agreement.CrossTable;
import io.quaestor.udfs.agreement.Discordance;
import io.quaestor.udfs.agreement.McNemar;
import io.quaestor.udfs.agreement.Statistic;
import io.quaestor.udfs.sql.AgreementFunctions.Interval;
import io.quaestor.udfs.sql.AgreementFunctions.Tested;
import io.quaestor.udfs.sql.SqlFunction.Example;

/** Whether two auditors differ by more than chance, from counts or over rows of their verdicts. */
public final class PairTestFunctions {
  private PairTestFunctions() {}

  /** {@link McNemar#exact(io.quaestor.udfs.agreement.TwoByTwo)}. */
  @SqlFunction(
      usage =
          "McNemar's exact two-sided p-value for one failing more than the other, or why it is undefined.",
      arguments = {BOTH_PASS, A_ONLY_FAIL, B_ONLY_FAIL, BOTH_FAIL},
      over = Sample.PAIRS,
      examples = {
        @Example(sql = "mcnemar_exact(991, 6, 37, 5).value", result = "1.6361241250706312E-6")
      })
  public static Statistic mcnemarExact(
      Long bothPass, Long aOnlyFail, Long bOnlyFail, Long bothFail) {
    return new Counts(bothPass, aOnlyFail, bOnlyFail, bothFail).statistic(McNemar::exact);
  }

  /** {@link McNemar#chiSquare}; corrected unless told otherwise. */
  @SqlFunction(
      usage = "McNemar's chi-square with its p-value, or why it is undefined.",
      arguments = {
        BOTH_PASS,
        A_ONLY_FAIL,
        B_ONLY_FAIL,
        BOTH_FAIL,
        "corrected - whether for continuity, which is the default"
      },
      optional = 1,
      over = Sample.PAIRS,
      examples = {
        @Example(sql = "mcnemar_chi2(794, 150, 86, 570).value", result = "16.81779661016949"),
        @Example(
            sql = "mcnemar_chi2(794, 150, 86, 570, false).value",
            result = "17.35593220338983"),
        @Example(sql = "mcnemar_chi2(9, 0, 0, 9).undefined", result = "no_discordant_pairs")
      })
  public static Tested mcnemarChi2(
      Long bothPass, Long aOnlyFail, Long bOnlyFail, Long bothFail, Boolean corrected) {
    return new Counts(bothPass, aOnlyFail, bOnlyFail, bothFail)
        .test(table -> McNemar.chiSquare(table, corrected == null || corrected));
  }

  /** {@link Coefficients#kappaTest}. */
  @SqlFunction(
      usage = "Cohen's kappa with the p-value against 0, or why there is none.",
      arguments = {BOTH_PASS, A_ONLY_FAIL, B_ONLY_FAIL, BOTH_FAIL},
      over = Sample.PAIRS,
      examples = {
        @Example(sql = "kappa_test(45, 9, 6, 40).value", result = "0.6995192307692307"),
        @Example(sql = "kappa_test(50, 5, 0, 0).undefined", result = "no_null_variance")
      })
  public static Tested kappaTest(Long bothPass, Long aOnlyFail, Long bOnlyFail, Long bothFail) {
    return new Counts(bothPass, aOnlyFail, bOnlyFail, bothFail)
        .test(table -> Coefficients.kappaTest(CrossTable.of(table)));
  }

  /** {@link Discordance#ratio(io.quaestor.udfs.agreement.TwoByTwo)}. */
  @SqlFunction(
      usage =
          "How many times as often a alone failed as b alone, with the exact 95% interval, or why it is undefined.",
      arguments = {BOTH_PASS, A_ONLY_FAIL, B_ONLY_FAIL, BOTH_FAIL},
      over = Sample.PAIRS,
      examples = {
        @Example(
            sql = "discordant_ratio(500, 476, 34, 29)",
            result =
                "{\"value\":14.0,\"standard_error\":null,\"low\":9.879396103692637,\"high\":20.45603162723453,\"undefined\":null}"),
        @Example(
            sql = "discordant_ratio(500, 7, 0, 29)",
            result =
                "{\"value\":null,\"standard_error\":null,\"low\":1.4413085188352397,\"high\":null,\"undefined\":\"infinite\"}")
      })
  public static Interval discordantRatio(
      Long bothPass, Long aOnlyFail, Long bOnlyFail, Long bothFail) {
    return new Counts(bothPass, aOnlyFail, bOnlyFail, bothFail).interval(Discordance::ratio);
  }
}
