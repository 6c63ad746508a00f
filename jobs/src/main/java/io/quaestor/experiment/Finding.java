package io.quaestor.experiment;

import io.quaestor.experiment.Contrast.Chunks;
import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.McNemar;
import io.quaestor.udfs.agreement.Statistic;
import io.quaestor.udfs.agreement.TwoByTwo;
import io.quaestor.udfs.agreement.compare.ClusteredRatios;
import io.quaestor.udfs.agreement.compare.OrderStatistics;
import io.quaestor.udfs.agreement.compare.PairedPower;
import io.quaestor.udfs.agreement.compare.PairedProportions;
import java.util.List;

/**
 * Two cohorts compared by one figure, before it is known how many figures there are.
 *
 * @param subject which cohorts, which figure
 * @param a the first cohort's figure
 * @param difference the second's less the first's
 * @param ratio the second's over the first's; null for shares
 * @param test null without one
 * @param detectable least difference that such data would show 80 times in 100
 */
record Finding(
    Subject subject,
    Side a,
    Side b,
    Estimate difference,
    Estimate ratio,
    String test,
    Statistic p,
    Statistic detectable,
    Chunks chunks) {

  /**
   * Passes, or fails where they are fewer, of both cohorts together from which on errors that
   * clusters give can be trusted: with fewer, 4 to 0 would count as a difference.
   */
  static final int ENOUGH_EVENTS = 10;

  static final String TOO_FEW_EVENTS = "too_few_events";
  private static final String MCNEMAR = "mcnemar_exact";
  private static final String CLUSTERED = "clustered_t";
  private static final String INTERVAL_ONLY = "interval_only";

  /** Which cohorts, which figure. */
  record Subject(String cohortA, String cohortB, Metric metric, String of) {}

  /**
   * One cohort's figure.
   *
   * @param n what it is a ratio to
   */
  record Side(Statistic value, double n) {}

  /** McNemar's test where each chunk has one question of both, else errors clustered by chunk. */
  static Finding of(Contrast contrast) {
    Subject subject =
        new Subject(contrast.cohortA(), contrast.cohortB(), contrast.metric(), contrast.of());
    boolean share = contrast.metric().isShare();
    return share && contrast.ratios().pairs().isPresent()
        ? paired(subject, contrast, contrast.ratios().pairs().get())
        : clustered(subject, contrast, share && fewEvents(contrast.ratios()));
  }

  /**
   * Quantiles of calls, which hang together through no chunk; there is no test.
   *
   * @param calls how many each cohort made
   */
  static Finding ofQuantiles(Subject subject, Estimate a, Estimate b, List<Long> calls) {
    return new Finding(
        subject,
        new Side(a.point(), calls.get(0)),
        new Side(b.point(), calls.get(1)),
        OrderStatistics.difference(a, b),
        a.point().isDefined() && b.point().isDefined() && a.point().value() > 0
            ? Estimate.of(Statistic.of(b.point().value() / a.point().value()))
            : Estimate.undefined("not_positive"),
        null,
        Statistic.undefined(INTERVAL_ONLY),
        Statistic.undefined(INTERVAL_ONLY),
        new Chunks(0, 0, 0, 0));
  }

  private static Finding paired(Subject subject, Contrast contrast, TwoByTwo table) {
    TwoByTwo swapped =
        new TwoByTwo(table.bothPass(), table.bOnlyFail(), table.aOnlyFail(), table.bothFail());
    double discordance = ((double) table.aOnlyFail() + table.bOnlyFail()) / table.n();
    return new Finding(
        subject,
        new Side(contrast.ratios().first(), table.n()),
        new Side(contrast.ratios().second(), table.n()),
        PairedProportions.difference(swapped),
        null,
        MCNEMAR,
        McNemar.exact(table),
        discordance == 0
            ? Statistic.undefined("no_discordant_pairs")
            : PairedPower.minimumDetectable(table.n(), discordance),
        contrast.chunks());
  }

  private static Finding clustered(Subject subject, Contrast contrast, boolean few) {
    ClusteredRatios ratios = contrast.ratios();
    Estimate difference = ratios.difference();
    Statistic p = few ? Statistic.undefined(TOO_FEW_EVENTS) : ratios.test().p();
    Double error = few ? null : difference.standardError();
    return new Finding(
        subject,
        new Side(ratios.first(), ratios.sums().get(1)),
        new Side(ratios.second(), ratios.sums().get(3)),
        few ? Estimate.of(difference.point()) : difference,
        subject.metric().isShare() ? null : ratios.quotient(),
        p.isDefined() ? CLUSTERED : null,
        p,
        error == null
            ? Statistic.undefined(p.isDefined() ? Statistic.NO_VARIATION : p.undefined())
            : Statistic.of(PairedPower.ERRORS * error),
        contrast.chunks());
  }

  private static boolean fewEvents(ClusteredRatios ratios) {
    double passes = ratios.sums().get(0) + ratios.sums().get(2);
    double trials = ratios.sums().get(1) + ratios.sums().get(3);
    return trials > 0 && Math.min(passes, trials - passes) < ENOUGH_EVENTS;
  }
}
