package io.quaestor.udfs.agreement.raters;

import java.util.Arrays;
import java.util.List;

/**
 * Error rates of raters whose truth nobody knows, and what the truth of each pattern probably is
 * (Dawid and Skene 1979, Appl Stat 28:20): expectation and maximisation over the distinct patterns,
 * so that the cost does not grow with the units. The start is the share of each label in a unit's
 * ratings, as in the paper; it also keeps the classes in their order.
 *
 * @param scale the classes in order
 * @param prevalence of each class
 * @param errors by rater, true class and label: how often the rater says so
 * @param posteriors by pattern, in the order of {@link Patterns#sorted}: probability of each class
 * @param logLikelihood without the constant of the multinomial
 * @param iterations until nothing changed any more
 * @param undefined why there is none of the above: {@code no_ratings}, {@code few_raters} for fewer
 *     than three ratings a unit, {@code one_category}; null when there is
 */
public record DawidSkene(
    List<Category> scale,
    double[] prevalence,
    double[][][] errors,
    double[][] posteriors,
    Double logLikelihood,
    int iterations,
    String undefined) {

  /**
   * How to fit.
   *
   * @param raters which rater stands at each place of the patterns, for raters with several places;
   *     null for one place each
   * @param smoothing is added to each count of labels, and of classes: 0 as in the paper, 1 for a
   *     uniform prior, which keeps rates from sticking at 0
   * @param tolerance the change of posteriors at which to stop
   * @param maxIterations at which to stop in any case
   */
  public record Options(int[] raters, double smoothing, double tolerance, int maxIterations) {
    /** As in the paper. */
    public static final Options PAPER = new Options(null, 0, 1e-12, 1_000);

    /** The same with several places for a rater. */
    public Options withRaters(int... ofPlaces) {
      return new Options(ofPlaces, smoothing, tolerance, maxIterations);
    }

    /** The same with another prior. */
    public Options withSmoothing(double pseudocount) {
      return new Options(raters, pseudocount, tolerance, maxIterations);
    }
  }

  /**
   * Fits the model.
   *
   * @param scale the classes; null or empty for the labels observed
   */
  public static DawidSkene fit(Patterns patterns, List<Category> scale, Options options) {
    List<Category> classes = patterns.scaleOr(scale);
    LabelCounts labels = LabelCounts.of(patterns, classes, options.raters());
    String problem = problem(patterns, labels, classes);
    return problem == null
        ? new ExpectationMaximisation(labels, options).fit(classes)
        : new DawidSkene(
            classes, new double[0], new double[0][][], new double[0][], null, 0, problem);
  }

  private static String problem(Patterns patterns, LabelCounts labels, List<Category> classes) {
    if (labels.isEmpty()) {
      return "no_ratings";
    }
    if (patterns.raters() < 3) {
      return "few_raters";
    }
    return classes.size() < 2 ? "one_category" : null;
  }

  /** Of two classes: how often the rater says the first where it is the truth. */
  public double rate(int rater, int truth, int label) {
    return errors[rater][truth][label];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DawidSkene fit
        && scale.equals(fit.scale)
        && Arrays.equals(prevalence, fit.prevalence)
        && Arrays.deepEquals(errors, fit.errors)
        && Arrays.deepEquals(posteriors, fit.posteriors);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(errors);
  }

  @Override
  public String toString() {
    return "DawidSkene[%s, prevalence=%s, errors=%s, undefined=%s]"
        .formatted(scale, Arrays.toString(prevalence), Arrays.deepToString(errors), undefined);
  }
}
