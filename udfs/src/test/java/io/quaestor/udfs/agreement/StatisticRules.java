package io.quaestor.udfs.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import io.quaestor.udfs.agreement.bootstrap.ClusterBootstrap;
import io.quaestor.udfs.agreement.bootstrap.Clusters;
import io.quaestor.udfs.agreement.compare.BenjaminiHochberg;
import io.quaestor.udfs.agreement.compare.CliffsDelta;
import io.quaestor.udfs.agreement.compare.MannWhitney;
import io.quaestor.udfs.agreement.compare.Moments;
import io.quaestor.udfs.agreement.compare.Welch;
import io.quaestor.udfs.agreement.raters.KrippendorffAlpha;
import io.quaestor.udfs.agreement.raters.ManyRaters;
import java.util.Map;
import java.util.function.Function;

/** What our statistics give for a vector's input, by the names that vectors use. */
public final class StatisticRules {
  private StatisticRules() {}

  /** Null for what is no statistic. */
  public static Map<String, Object> apply(String statistic, JsonNode input, JsonNode params) {
    return apply(statistic, new VectorInput(input, params));
  }

  private static Map<String, Object> apply(String statistic, VectorInput in) {
    Map<String, Object> figures = ofPairs(statistic, in);
    figures = figures == null ? ofShares(statistic, in) : figures;
    return figures == null ? ofSamples(statistic, in) : figures;
  }

  private static Map<String, Object> ofPairs(String statistic, VectorInput in) {
    return switch (statistic) {
      case "percent_agreement" ->
          Figures.of(
              in.has("table")
                  ? Coefficients.percentAgreement(in.table())
                  : ManyRaters.percentAgreement(in.patterns()));
      case "a_only_fail" -> Figures.of(Statistic.of(in.twoByTwo().aOnlyFail()));
      case "b_only_fail" -> Figures.of(Statistic.of(in.twoByTwo().bOnlyFail()));
      case "cohen_kappa" ->
          Figures.of(Coefficients.cohensKappa(in.table()), Coefficients.kappaTest(in.table()).p());
      case "weighted_kappa" -> {
        Weights weights = in.weights(in.table().size());
        yield Figures.of(
            WeightedKappa.of(in.table(), weights), WeightedKappa.test(in.table(), weights).p());
      }
      case "scott_pi" -> Figures.of(PooledChance.scottsPi(in.table()));
      case "gwet_ac1", "gwet_ac2" -> Figures.of(gwet(in));
      case "pabak" -> Figures.of(Coefficients.pabak(in.table()));
      case "fleiss_kappa" -> fleiss(in);
      case "krippendorff_alpha" ->
          Figures.of(
              KrippendorffAlpha.of(
                  in.patterns(),
                  KrippendorffAlpha.Level.of(in.param("level")).orElseThrow(),
                  in.scale()));
      default -> null;
    };
  }

  private static Map<String, Object> ofShares(String statistic, VectorInput in) {
    return switch (statistic) {
      case "mcnemar_chi2" -> Figures.of(McNemar.chiSquare(in.twoByTwo(), false));
      case "mcnemar_chi2_cc" -> Figures.of(McNemar.chiSquare(in.twoByTwo(), true));
      case "mcnemar_exact" -> {
        Statistic p = McNemar.exact(in.twoByTwo());
        yield Figures.of(p, p);
      }
      case "discordant_ratio" ->
          Figures.of(
              Discordance.ratio(in.count("b"), in.count("c")),
              Statistic.of(McNemar.exact(in.count("b"), in.count("c"))));
      case "wilson_interval" ->
          Figures.of(Wilson.interval(in.count("x"), in.count("n"), in.level()));
      case "clopper_pearson" ->
          Figures.of(ClopperPearson.interval(in.count("x"), in.count("n"), in.level()));
      case "newcombe_diff" -> Figures.of(in.proportions().difference(in.level()));
      case "odds_ratio" ->
          Figures.of(in.proportions().oddsRatio(in.says("correction", "haldane"), in.level()));
      case "two_proportion_z" -> Figures.of(in.proportions().zTest());
      default -> null;
    };
  }

  private static Map<String, Object> ofSamples(String statistic, VectorInput in) {
    return switch (statistic) {
      case "welch_t" ->
          Figures.of(Welch.of(Moments.of(in.doubles("x")), Moments.of(in.doubles("y"))));
      case "mann_whitney_u" -> Figures.of(mannWhitney(in));
      case "cliffs_delta" -> Figures.of(CliffsDelta.of(in.ranks()));
      case "benjamini_hochberg" -> Map.of("value", BenjaminiHochberg.adjust(in.nullables("p")));
      case "dawid_skene" -> Figures.of(in.dawidSkene(), in.units(), in.patterns());
      case "hui_walter" -> Figures.of(in.huiWalter());
      case "bootstrap_ci" -> Figures.of(bootstrap(in));
      default -> null;
    };
  }

  private static Estimate gwet(VectorInput in) {
    if (in.has("table") || in.says("se", "contingency")) {
      return PooledChance.ac2(in.table(), in.kind().over(in.table().size()));
    }
    return ManyRaters.gwetAc2(in.patterns(), in.kind(), in.scale());
  }

  private static Map<String, Object> fleiss(VectorInput in) {
    if (!in.says("se", "Nee")) {
      return Figures.of(ManyRaters.fleissKappa(in.patterns(), in.scale()));
    }
    ManyRaters.NullError kappa = ManyRaters.fleissTest(in.patterns(), in.scale());
    return Figures.of(
        new Estimate(kappa.test().value(), kappa.standardError(), null, null), kappa.test().p());
  }

  private static Significance mannWhitney(VectorInput in) {
    if (in.says("method", "exact")) {
      return MannWhitney.exact(in.ranks());
    }
    return in.says("method", "normal")
        ? MannWhitney.normal(in.ranks())
        : MannWhitney.of(in.ranks());
  }

  private static Estimate bootstrap(VectorInput in) {
    ClusterBootstrap bootstrap = new ClusterBootstrap(7, ClusterBootstrap.REPLICATES, in.level());
    if (in.has("table")) {
      return bootstrap
          .interval(Figures.units(in.twoByTwo()), estimator(in.param("estimator")))
          .estimate();
    }
    Clusters clusters = new Clusters();
    for (double value : in.doubles("values")) {
      clusters.add(new double[] {value, 1}, 1);
    }
    return bootstrap.interval(clusters, StatisticRules::mean).estimate();
  }

  private static Statistic mean(double[] sums) {
    return sums.length == 0 ? Statistic.undefined("no_values") : Statistic.of(sums[0] / sums[1]);
  }

  private static Function<double[], Statistic> estimator(String name) {
    Function<TwoByTwo, Statistic> figure =
        switch (name) {
          case "cohen_kappa" -> table -> Coefficients.cohensKappa(table).point();
          case "gwet_ac1" -> table -> Coefficients.gwetAc1(table).point();
          case "pabak" -> table -> Coefficients.pabak(table).point();
          case "scott_pi" -> table -> Coefficients.scottsPi(table).point();
          case "percent_agreement" -> Coefficients::percentAgreement;
          default -> throw new AssertionError("Unknown estimator to bootstrap: " + name);
        };
    return sums -> figure.apply(Clusters.table(sums));
  }
}
