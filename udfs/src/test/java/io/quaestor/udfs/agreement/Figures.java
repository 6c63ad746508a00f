package io.quaestor.udfs.agreement;

import io.quaestor.udfs.agreement.bootstrap.Clusters;
import io.quaestor.udfs.agreement.compare.Welch;
import io.quaestor.udfs.agreement.raters.Category;
import io.quaestor.udfs.agreement.raters.DawidSkene;
import io.quaestor.udfs.agreement.raters.HuiWalter;
import io.quaestor.udfs.agreement.raters.Patterns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Our results by the names that vectors have for their parts; an infinite ratio as infinity. */
final class Figures {
  private Figures() {}

  static Map<String, Object> of(Statistic statistic) {
    Map<String, Object> figures = new HashMap<>();
    figures.put("value", value(statistic));
    figures.put("undefined", !statistic.isDefined());
    return figures;
  }

  static Map<String, Object> of(Statistic statistic, Statistic p) {
    Map<String, Object> figures = of(statistic);
    figures.put("p", p.value());
    return figures;
  }

  static Map<String, Object> of(Estimate estimate) {
    Map<String, Object> figures = of(estimate.point());
    boolean open = estimate.low() != null && estimate.high() == null;
    figures.put("se", estimate.standardError());
    figures.put("ci_low", estimate.low());
    figures.put("ci_high", open ? (Double) Double.POSITIVE_INFINITY : estimate.high());
    return figures;
  }

  static Map<String, Object> of(Estimate estimate, Statistic p) {
    Map<String, Object> figures = of(estimate);
    figures.put("p", p.value());
    return figures;
  }

  static Map<String, Object> of(Significance test) {
    return of(test.value(), test.p());
  }

  static Map<String, Object> of(Welch welch) {
    Map<String, Object> figures = of(welch.difference(), welch.test().p());
    figures.put("value", welch.test().value().value());
    figures.put("estimate", welch.difference().point().value());
    figures.put("df", welch.degrees());
    return figures;
  }

  static Map<String, Object> of(DawidSkene fit, List<List<Category>> units, Patterns patterns) {
    List<List<Category>> order = new ArrayList<>(patterns.sorted().keySet());
    Map<String, Object> figures = new HashMap<>();
    figures.put("prevalence", list(fit.prevalence()));
    figures.put(
        "errors",
        Stream.of(fit.errors())
            .map(rater -> Stream.of(rater).map(Figures::list).toList())
            .toList());
    figures.put("log_likelihood", fit.logLikelihood());
    figures.put(
        "classes", units.stream().map(unit -> mostProbable(fit, order.indexOf(unit))).toList());
    return figures;
  }

  static Map<String, Object> of(HuiWalter fit) {
    Map<String, Object> figures = new HashMap<>();
    figures.put("prevalence", fit.prevalence());
    figures.put("sensitivity", fit.sensitivity());
    figures.put("specificity", fit.specificity());
    if (!fit.standardErrors().isEmpty()) {
      figures.put(
          "se",
          Map.of(
              "prevalence", fit.standardErrors().get(0),
              "sensitivity", fit.standardErrors().get(1),
              "specificity", fit.standardErrors().get(2)));
    }
    return figures;
  }

  private static Double mostProbable(DawidSkene fit, int pattern) {
    double[] posterior = fit.posteriors()[pattern];
    int best = 0;
    for (int i = 1; i < posterior.length; i++) {
      best = posterior[i] > posterior[best] ? i : best;
    }
    return fit.scale().get(best).number();
  }

  private static List<Double> list(double[] values) {
    return DoubleStream.of(values).boxed().toList();
  }

  /** Every pair is a cluster of its own. */
  static Clusters units(TwoByTwo table) {
    Clusters clusters = new Clusters();
    clusters.add(new double[] {1, 0, 0, 0}, table.bothPass());
    clusters.add(new double[] {0, 1, 0, 0}, table.aOnlyFail());
    clusters.add(new double[] {0, 0, 1, 0}, table.bOnlyFail());
    clusters.add(new double[] {0, 0, 0, 1}, table.bothFail());
    return clusters;
  }

  private static Double value(Statistic statistic) {
    return Statistic.INFINITE.equals(statistic.undefined())
        ? (Double) Double.POSITIVE_INFINITY
        : statistic.value();
  }
}
