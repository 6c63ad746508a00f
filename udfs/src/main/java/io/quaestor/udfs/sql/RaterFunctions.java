package io.quaestor.udfs.sql;

import io.quaestor.udfs.agreement.CrossTable;
import io.quaestor.udfs.agreement.Statistic;
import io.quaestor.udfs.agreement.WeightedKappa;
import io.quaestor.udfs.agreement.Weights;
import io.quaestor.udfs.agreement.raters.Category;
import io.quaestor.udfs.agreement.raters.DawidSkene;
import io.quaestor.udfs.agreement.raters.EffectiveRaters;
import io.quaestor.udfs.agreement.raters.KrippendorffAlpha;
import io.quaestor.udfs.agreement.raters.ManyRaters;
import io.quaestor.udfs.agreement.raters.Patterns;
import io.quaestor.udfs.sql.AgreementFunctions.Interval;
import io.quaestor.udfs.sql.SqlFunction.Example;
import io.quaestor.udfs.sql.SqlFunction.Rows;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Agreement of any number of raters on any categories, over rows: a row is a unit, a rating a
 * number, a name or a verdict, NULL a missing one.
 */
public final class RaterFunctions {
  private static final String RATINGS =
      "ratings - an array with a place for each rater; NULL for a missing rating";
  private static final String WEIGHTS = "weights - identity, linear or quadratic";
  private static final String SCALE =
      "scale - the categories in order; left out, those that occur: numbers by size, names by"
          + " alphabet";
  private static final double MOST_SMOOTHING = 1e9;
  private static final String UNKNOWN_WEIGHTS = "unknown_weights";

  private RaterFunctions() {}

  /** {@link WeightedKappa#of}. */
  @SqlFunction(
      usage =
          "Cohen's kappa of two raters over any categories, weighted by how far apart they are, with"
              + " standard error and 95% interval, or why it is undefined.",
      arguments = {"a - what rater a said", "b - what rater b said", WEIGHTS, SCALE},
      optional = 2,
      examples = {
        @Example(
            sql =
                "weighted_kappa(a, b, 'quadratic', array(1, 2, 3, 4, 5)).value FROM VALUES (1, 1),"
                    + " (2, 3), (5, 5), (4, NULL) AS t(a, b)",
            result = "0.9411764705882352"),
        @Example(
            sql =
                "weighted_kappa(a, b).value FROM VALUES ('x', 'x'), ('y', 'z'), ('z', 'z') AS t(a, b)",
            result = "0.5000000000000001")
      })
  public static Interval weightedKappa(
      @Rows({"a", "b"}) Patterns pairs, String weights, List<Category> scale) {
    List<Category> categories = pairs.scaleOr(scale);
    CrossTable table = pairs.pair(0, 1, categories);
    return Weights.Kind.of(weights == null ? "identity" : weights)
        .map(kind -> Interval.of(WeightedKappa.of(table, kind.over(categories.size()))))
        .orElse(Interval.undefined(UNKNOWN_WEIGHTS));
  }

  /** {@link ManyRaters#fleissKappa}. */
  @SqlFunction(
      usage =
          "Fleiss' kappa of any number of raters with standard error and 95% interval, or why it is"
              + " undefined.",
      arguments = RATINGS,
      examples =
          @Example(
              sql =
                  "fleiss_kappa(r).value FROM VALUES (array(true, true, false)), (array(false, false,"
                      + " false)), (array(true, true, NULL)) AS t(r)",
              result = "0.5499999999999998"))
  public static Interval fleissKappa(@Rows Patterns ratings) {
    return Interval.of(ManyRaters.fleissKappa(ratings, null));
  }

  /** {@link ManyRaters#gwetAc2}. */
  @SqlFunction(
      usage =
          "Gwet's AC2 of any number of raters with standard error and 95% interval, or why it is"
              + " undefined; AC1 with identity weights.",
      arguments = {RATINGS, WEIGHTS, SCALE},
      optional = 2,
      examples =
          @Example(
              sql =
                  "gwet_ac2(r, 'linear', array(1, 2, 3)).value FROM VALUES (array(1, 1, 2)), (array(3,"
                      + " 3, 3)), (array(2, NULL, 2)) AS t(r)",
              result = "0.7610619469026547"))
  public static Interval gwetAc2(@Rows Patterns ratings, String weights, List<Category> scale) {
    return Weights.Kind.of(weights == null ? "identity" : weights)
        .map(kind -> Interval.of(ManyRaters.gwetAc2(ratings, kind, scale)))
        .orElse(Interval.undefined(UNKNOWN_WEIGHTS));
  }

  /** {@link KrippendorffAlpha#of}. */
  @SqlFunction(
      usage = "Krippendorff's alpha of any number of raters, or why it is undefined.",
      arguments = {RATINGS, "level - nominal, ordinal or interval; nominal when left out", SCALE},
      optional = 2,
      examples = {
        @Example(
            sql =
                "krippendorff_alpha(r, 'interval') FROM VALUES (array(1, 1, 2)), (array(3, 3, NULL)),"
                    + " (array(NULL, 2, 2)) AS t(r)",
            result = "{\"value\":0.7857142857142857,\"undefined\":null}"),
        @Example(
            sql =
                "krippendorff_alpha(r).undefined FROM VALUES (array('a', 'a')), (array('a', 'a')) AS"
                    + " t(r)",
            result = "no_variation")
      })
  public static Statistic krippendorffAlpha(
      @Rows Patterns ratings, String level, List<Category> scale) {
    return KrippendorffAlpha.Level.of(level == null ? "nominal" : level)
        .map(each -> KrippendorffAlpha.of(ratings, each, scale))
        .orElse(Statistic.undefined("unknown_level"));
  }

  /** {@link EffectiveRaters#of}. */
  @SqlFunction(
      usage =
          "How many independent raters the given ones are worth (Kish), or why it is undefined.",
      arguments = RATINGS,
      examples =
          @Example(
              sql =
                  "effective_raters(r).value FROM VALUES (array(true, true)), (array(false, false)) AS"
                      + " t(r)",
              result = "1.0"))
  public static Statistic effectiveRaters(@Rows Patterns ratings) {
    return EffectiveRaters.of(ratings);
  }

  /**
   * {@link DawidSkene}; a rater's errors by true class and label.
   *
   * @param classes as texts, in order
   */
  public record LatentTruth(
      List<String> classes,
      List<Double> prevalence,
      List<List<List<Double>>> errors,
      Double logLikelihood,
      int iterations,
      String undefined) {

    static LatentTruth of(DawidSkene fit) {
      return new LatentTruth(
          fit.scale().stream().map(Category::toString).toList(),
          list(fit.prevalence()),
          Stream.of(fit.errors())
              .map(rater -> Stream.of(rater).map(LatentTruth::list).toList())
              .toList(),
          fit.logLikelihood(),
          fit.iterations(),
          fit.undefined());
    }

    private static List<Double> list(double[] values) {
      return DoubleStream.of(values).boxed().toList();
    }
  }

  /** {@link DawidSkene#fit}. */
  @SqlFunction(
      usage =
          "Error rates of three or more raters when nobody knows the truth (Dawid and Skene):"
              + " errors[rater][true class][label], or why it is undefined.",
      arguments = {
        RATINGS,
        "smoothing - is added to each count, 0 when left out",
        "scale - the classes; left out, the ratings that occur"
      },
      optional = 2,
      examples =
          @Example(
              sql =
                  "dawid_skene(r).classes FROM VALUES (array(true, true, false)), (array(false,"
                      + " false, false)) AS t(r)",
              result = "[\"false\",\"true\"]"))
  public static LatentTruth dawidSkene(
      @Rows Patterns ratings, Double smoothing, List<Category> scale) {
    double prior = smoothing == null || !(smoothing > 0) ? 0 : Math.min(smoothing, MOST_SMOOTHING);
    return LatentTruth.of(
        DawidSkene.fit(ratings, scale, DawidSkene.Options.PAPER.withSmoothing(prior)));
  }
}
