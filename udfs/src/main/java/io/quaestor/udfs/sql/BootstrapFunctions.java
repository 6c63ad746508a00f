package io.quaestor.udfs.sql;

import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.bootstrap.ClusterBootstrap;
import io.quaestor.udfs.agreement.bootstrap.Clusters;
import io.quaestor.udfs.agreement.bootstrap.PairFigure;
import io.quaestor.udfs.agreement.raters.Category;
import io.quaestor.udfs.agreement.raters.Patterns;
import io.quaestor.udfs.sql.SqlFunction.Example;
import java.util.List;

/** Intervals for questions that come in clusters, such as those of one document. */
public final class BootstrapFunctions {
  private static final int MOST = 1_000_000;

  private BootstrapFunctions() {}

  /** {@link ClusterBootstrap.Interval}. */
  public record Bootstrapped(
      Double value, Double low, Double high, int undefinedReplicates, String undefined) {

    static Bootstrapped of(ClusterBootstrap.Interval interval) {
      Estimate estimate = interval.estimate();
      return new Bootstrapped(
          estimate.point().value(),
          estimate.low(),
          estimate.high(),
          interval.undefined(),
          estimate.point().undefined());
    }

    static Bootstrapped undefined(String reason) {
      return new Bootstrapped(null, null, null, 0, reason);
    }
  }

  /** {@link ClusterBootstrap#interval} of a {@link PairFigure}. */
  @SqlFunction(
      usage =
          "A figure of two auditors with the 95% percentile interval of a bootstrap over rows, each"
              + " of which is a cluster of pairs with its counts; the same for the same seed.",
      arguments = {
        "both_pass - how often both passed in the cluster",
        "a_only_fail - how often a alone failed in it",
        "b_only_fail - how often b alone failed in it",
        "both_fail - how often both failed in it",
        "figure - percent_agreement, agreement_on_fail, cohens_kappa, scotts_pi, gwet_ac1 or pabak",
        "seed - any whole number; 0 when left out",
        "replicates - how many; 10000 when left out"
      },
      optional = 2,
      examples =
          @Example(
              sql =
                  "bootstrap_agreement(p, a, b, f, 'cohens_kappa').value FROM VALUES (8, 1, 0, 1), (5,"
                      + " 0, 1, 2) AS documents(p, a, b, f)",
              result = "0.6785714285714285"))
  public static Bootstrapped bootstrapAgreement(
      @SqlFunction.Rows({"both_pass", "a_only_fail", "b_only_fail", "both_fail"}) Patterns clusters,
      String figure,
      Long seed,
      Integer replicates) {
    int times = replicates == null ? ClusterBootstrap.REPLICATES : replicates;
    if (times < 1 || times > MOST) {
      return Bootstrapped.undefined("replicates_out_of_range");
    }
    Clusters counts = new Clusters();
    if (!clusters.sorted().keySet().stream().allMatch(BootstrapFunctions::isTable)) {
      return Bootstrapped.undefined("not_a_count");
    }
    clusters
        .sorted()
        .forEach(
            (sums, rows) ->
                counts.add(sums.stream().mapToDouble(Category::number).toArray(), rows));
    ClusterBootstrap bootstrap =
        new ClusterBootstrap(seed == null ? 0 : seed, times, Estimate.LEVEL);
    return PairFigure.of(figure)
        .map(each -> Bootstrapped.of(bootstrap.interval(counts, each)))
        .orElse(Bootstrapped.undefined("unknown_figure"));
  }

  private static boolean isTable(List<Category> sums) {
    return sums.stream()
        .allMatch(
            sum ->
                sum != null
                    && sum.number() != null
                    && sum.number() >= 0
                    && sum.number() <= Long.MAX_VALUE / 4.0);
  }
}
