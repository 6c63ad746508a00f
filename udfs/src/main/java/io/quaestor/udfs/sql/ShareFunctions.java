package io.quaestor.udfs.sql;

import io.quaestor.udfs.agreement.ClopperPearson;
import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.Significance;
import io.quaestor.udfs.agreement.Wilson;
import io.quaestor.udfs.agreement.compare.Proportions;
import io.quaestor.udfs.sql.AgreementFunctions.Interval;
import io.quaestor.udfs.sql.AgreementFunctions.Tested;
import io.quaestor.udfs.sql.SqlFunction.Example;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Shares with intervals, and two of them compared, from counts or over rows. More successes than
 * trials leave a figure undefined: {@code not_a_share}.
 */
public final class ShareFunctions {
  private static final String NOT_A_SHARE = "not_a_share";
  private static final String SUCCESSES = "successes - 0 to trials";
  private static final String TRIALS = "trials - how many there were";
  private static final String X1 = "x1 - successes of the first sample";
  private static final String N1 = "n1 - trials of the first sample";
  private static final String X2 = "x2 - successes of the second sample";
  private static final String N2 = "n2 - trials of the second sample";

  private ShareFunctions() {}

  /** {@link Wilson#interval(long, long)}; undefined ({@code not_a_share}) for more than all. */
  @SqlFunction(
      usage = "successes / trials with Wilson's 95% score interval, or why it is undefined.",
      arguments = {SUCCESSES, TRIALS},
      over = Sample.SHARE,
      examples = {
        @Example(
            sql = "wilson_interval(81, 263)",
            result =
                "{\"value\":0.30798479087452474,\"standard_error\":null,\"low\":0.2552885198782743,\"high\":0.36620957698280004,\"undefined\":null}"),
        @Example(sql = "wilson_interval(0, 0).undefined", result = "no_trials"),
        @Example(
            sql = "wilson_interval(passed).value FROM VALUES (true), (false), (NULL) AS t(passed)",
            result = "0.5")
      })
  public static Interval wilsonInterval(Long successes, Long trials) {
    return share(Wilson::interval, successes, trials);
  }

  /** {@link ClopperPearson#interval(long, long)}. */
  @SqlFunction(
      usage =
          "successes / trials with the exact 95% interval of Clopper and Pearson, or why it is"
              + " undefined.",
      arguments = {SUCCESSES, TRIALS},
      over = Sample.SHARE,
      examples =
          @Example(sql = "clopper_pearson_interval(0, 20).high", result = "0.16843347098308548"))
  public static Interval clopperPearsonInterval(Long successes, Long trials) {
    return share(ClopperPearson::interval, successes, trials);
  }

  /** {@link Proportions#difference()}. */
  @SqlFunction(
      usage = "x1 / n1 - x2 / n2 with Newcombe's 95% interval, or why it is undefined.",
      arguments = {X1, N1, X2, N2},
      over = Sample.TWO_SHARES,
      examples = {
        @Example(
            sql = "newcombe_difference(56, 70, 48, 80)",
            result =
                "{\"value\":0.20000000000000007,\"standard_error\":null,\"low\":0.0524314724023649,\"high\":0.333872654036906,\"undefined\":null}"),
        @Example(
            sql =
                "newcombe_difference(v5, v4).value FROM VALUES (true, NULL), (true, NULL), (NULL, false), (NULL, true) AS t(v5, v4)",
            result = "0.5")
      })
  public static Interval newcombeDifference(Long x1, Long n1, Long x2, Long n2) {
    return compare(Proportions::difference, x1, n1, x2, n2);
  }

  /** {@link Proportions#oddsRatio()}; adjusted adds a half to each cell. */
  @SqlFunction(
      usage =
          "Odds of the first sample over those of the second, with Woolf's 95% interval, or why it is undefined.",
      arguments = {X1, N1, X2, N2, "adjusted - true adds a half to each of the four counts"},
      optional = 1,
      over = Sample.TWO_SHARES,
      examples = {
        @Example(sql = "odds_ratio(56, 70, 48, 80).value", result = "2.6666666666666665"),
        @Example(sql = "odds_ratio(10, 50, 0, 50).undefined", result = "infinite"),
        @Example(sql = "odds_ratio(10, 50, 0, 50, true).value", result = "26.185185185185187")
      })
  public static Interval oddsRatio(Long x1, Long n1, Long x2, Long n2, Boolean adjusted) {
    boolean half = adjusted != null && adjusted;
    return compare(two -> two.oddsRatio(half, Estimate.LEVEL), x1, n1, x2, n2);
  }

  /** {@link Proportions#cohensH}. */
  @SqlFunction(
      usage =
          "Cohen's h, the distance of two shares, with standard error and 95% interval, or why it is undefined.",
      arguments = {X1, N1, X2, N2},
      over = Sample.TWO_SHARES,
      examples = {@Example(sql = "cohens_h(56, 70, 48, 80).value", result = "0.4421431880029534")})
  public static Interval cohensH(Long x1, Long n1, Long x2, Long n2) {
    return compare(Proportions::cohensH, x1, n1, x2, n2);
  }

  /** {@link Proportions#zTest}. */
  @SqlFunction(
      usage = "The pooled z test of equal shares with its p-value, or why it is undefined.",
      arguments = {X1, N1, X2, N2},
      over = Sample.TWO_SHARES,
      examples = {
        @Example(sql = "two_proportion_z(56, 70, 48, 80).value", result = "2.6501719512585336")
      })
  public static Tested twoProportionZ(Long x1, Long n1, Long x2, Long n2) {
    return test(Proportions::zTest, x1, n1, x2, n2);
  }

  private static Interval share(
      BiFunction<Long, Long, Estimate> figure, Long successes, Long trials) {
    if (successes == null || trials == null) {
      return Interval.undefined(Counts.MISSING);
    }
    return successes < 0 || successes > trials
        ? Interval.undefined(NOT_A_SHARE)
        : Interval.of(figure.apply(successes, trials));
  }

  private static Interval compare(Function<Proportions, Estimate> figure, Long... counts) {
    String problem = problem(counts);
    return problem == null
        ? Interval.of(figure.apply(proportions(counts)))
        : Interval.undefined(problem);
  }

  private static Tested test(Function<Proportions, Significance> figure, Long... counts) {
    String problem = problem(counts);
    return Tested.of(
        problem == null ? figure.apply(proportions(counts)) : Significance.undefined(problem));
  }

  private static String problem(Long... counts) {
    if (Stream.of(counts).anyMatch(count -> count == null)) {
      return Counts.MISSING;
    }
    boolean shares =
        counts[0] >= 0 && counts[0] <= counts[1] && counts[2] >= 0 && counts[2] <= counts[3];
    return shares ? null : NOT_A_SHARE;
  }

  private static Proportions proportions(Long... counts) {
    return new Proportions(counts[0], counts[1], counts[2], counts[3]);
  }
}
