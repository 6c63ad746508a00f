package io.quaestor.udfs.sql;

import io.quaestor.udfs.agreement.Coefficients;
import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.Statistic;
import io.quaestor.udfs.agreement.TwoByTwo;
import io.quaestor.udfs.agreement.Wilson;
import io.quaestor.udfs.sql.SqlFunction.Example;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Agreement of two auditors from counts, which {@code count_if} gives. Counts that are no table of
 * counts leave the figure undefined: {@code missing_count}, {@code negative_count}, {@code
 * count_overflow}.
 */
public final class AgreementFunctions {
  private static final String BOTH_PASS = "both_pass - how often both passed";
  private static final String A_ONLY_FAIL = "a_only_fail - how often a alone failed";
  private static final String B_ONLY_FAIL = "b_only_fail - how often b alone failed";
  private static final String BOTH_FAIL = "both_fail - how often both failed";

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

  /** {@link Coefficients#percentAgreement}. */
  @SqlFunction(
      usage = "Share of pairs with the same verdict, or why it is undefined.",
      arguments = {BOTH_PASS, A_ONLY_FAIL, B_ONLY_FAIL, BOTH_FAIL},
      examples =
          @Example(
              sql = "percent_agreement(20, 5, 10, 15)",
              result = "{\"value\":0.7,\"undefined\":null}"))
  public static Statistic percentAgreement(
      Long bothPass, Long aOnlyFail, Long bOnlyFail, Long bothFail) {
    return statistic(
        Coefficients::percentAgreement, new Counts(bothPass, aOnlyFail, bOnlyFail, bothFail));
  }

  /** {@link Coefficients#agreementOnFail}. */
  @SqlFunction(
      usage = "Of the fails that either gave, the share that both gave, or why it is undefined.",
      arguments = {BOTH_PASS, A_ONLY_FAIL, B_ONLY_FAIL, BOTH_FAIL},
      examples =
          @Example(
              sql = "agreement_on_fail(90, 5, 5, 0)",
              result = "{\"value\":0.0,\"undefined\":null}"))
  public static Statistic agreementOnFail(
      Long bothPass, Long aOnlyFail, Long bOnlyFail, Long bothFail) {
    return statistic(
        Coefficients::agreementOnFail, new Counts(bothPass, aOnlyFail, bOnlyFail, bothFail));
  }

  /** {@link Coefficients#cohensKappa}. */
  @SqlFunction(
      usage = "Cohen's kappa with standard error and 95% interval, or why it is undefined.",
      arguments = {BOTH_PASS, A_ONLY_FAIL, B_ONLY_FAIL, BOTH_FAIL},
      examples = {
        @Example(
            sql = "cohens_kappa(20, 5, 10, 15)",
            result =
                "{\"value\":0.4,\"standard_error\":0.12699606293110036,\"low\":0.15109229047666112,\"high\":0.6489077095233389,\"undefined\":null}"),
        @Example(sql = "cohens_kappa(9, 0, 0, 0).undefined", result = "no_variation")
      })
  public static Interval cohensKappa(Long bothPass, Long aOnlyFail, Long bOnlyFail, Long bothFail) {
    return interval(
        Coefficients::cohensKappa, new Counts(bothPass, aOnlyFail, bOnlyFail, bothFail));
  }

  /** {@link Wilson#interval}; undefined ({@code not_a_share}) for more successes than trials. */
  @SqlFunction(
      usage = "successes / trials with Wilson's 95% score interval, or why it is undefined.",
      arguments = {"successes - 0 to trials", "trials - how many there were"},
      examples = {
        @Example(
            sql = "wilson_interval(81, 263)",
            result =
                "{\"value\":0.30798479087452474,\"standard_error\":null,\"low\":0.2552885198782743,\"high\":0.36620957698280004,\"undefined\":null}"),
        @Example(sql = "wilson_interval(0, 0).undefined", result = "no_trials")
      })
  public static Interval wilsonInterval(Long successes, Long trials) {
    if (successes == null || trials == null) {
      return Interval.undefined(Counts.MISSING);
    }
    return successes < 0 || successes > trials
        ? Interval.undefined("not_a_share")
        : Interval.of(Wilson.interval(successes, trials));
  }

  private static Statistic statistic(Function<TwoByTwo, Statistic> figure, Counts counts) {
    return counts.problem().map(Statistic::undefined).orElseGet(() -> figure.apply(counts.table()));
  }

  private static Interval interval(Function<TwoByTwo, Estimate> figure, Counts counts) {
    return counts
        .problem()
        .map(Interval::undefined)
        .orElseGet(() -> Interval.of(figure.apply(counts.table())));
  }

  private record Counts(Long bothPass, Long aOnlyFail, Long bOnlyFail, Long bothFail) {
    static final String MISSING = "missing_count";

    Optional<String> problem() {
      if (Stream.of(all()).anyMatch(count -> count == null)) {
        return Optional.of(MISSING);
      }
      if (Stream.of(all()).anyMatch(count -> count < 0)) {
        return Optional.of("negative_count");
      }
      return isTooMany() ? Optional.of("count_overflow") : Optional.empty();
    }

    TwoByTwo table() {
      return new TwoByTwo(bothPass, aOnlyFail, bOnlyFail, bothFail);
    }

    private Long[] all() {
      return new Long[] {bothPass, aOnlyFail, bOnlyFail, bothFail};
    }

    private boolean isTooMany() {
      long room = Long.MAX_VALUE;
      for (long count : all()) {
        if (count > room) {
          return true;
        }
        room -= count;
      }
      return false;
    }
  }
}
