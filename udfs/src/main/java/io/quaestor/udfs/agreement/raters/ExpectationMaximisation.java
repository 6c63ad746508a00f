package io.quaestor.udfs.agreement.raters;

import java.util.List;

/** The algorithm behind {@link DawidSkene}, in logarithms, so that no product vanishes. */
final class ExpectationMaximisation {
  private final LabelCounts labels;
  private final DawidSkene.Options options;
  private final int classes;
  private final double[] prevalence;
  private final double[][][] errors;
  private final double[][] posteriors;
  private double logLikelihood;

  ExpectationMaximisation(LabelCounts labels, DawidSkene.Options options) {
    this.labels = labels;
    this.options = options;
    this.classes = labels.classes();
    this.prevalence = new double[classes];
    this.errors = new double[labels.raters()][classes][classes];
    this.posteriors = new double[labels.patterns()][classes];
  }

  DawidSkene fit(List<Category> scale) {
    start();
    int iterations = 0;
    double change = 1;
    while (change > options.tolerance() && iterations < options.maxIterations()) {
      maximise();
      change = expect();
      iterations++;
    }
    return new DawidSkene(scale, prevalence, errors, posteriors, logLikelihood, iterations, null);
  }

  private void start() {
    for (int i = 0; i < posteriors.length; i++) {
      double ratings = labels.ratings(i);
      for (int c = 0; c < classes; c++) {
        posteriors[i][c] = ratings == 0 ? 1.0 / classes : labels.count(i, c) / ratings;
      }
    }
  }

  private void maximise() {
    for (int c = 0; c < classes; c++) {
      prevalence[c] = options.smoothing();
      for (int i = 0; i < posteriors.length; i++) {
        prevalence[c] += labels.ratings(i) == 0 ? 0 : labels.units(i) * posteriors[i][c];
      }
      for (int rater = 0; rater < errors.length; rater++) {
        countLabels(rater, c);
        normalise(errors[rater][c]);
      }
    }
    normalise(prevalence);
  }

  private void countLabels(int rater, int truth) {
    for (int label = 0; label < classes; label++) {
      double sum = options.smoothing();
      for (int i = 0; i < posteriors.length; i++) {
        sum += labels.units(i) * posteriors[i][truth] * labels.count(i, rater, label);
      }
      errors[rater][truth][label] = sum;
    }
  }

  /** Sets the posteriors and gives how far the farthest moved. */
  private double expect() {
    double change = 0;
    logLikelihood = 0;
    for (int i = 0; i < posteriors.length; i++) {
      double[] logs = new double[classes];
      double most = Double.NEGATIVE_INFINITY;
      for (int c = 0; c < classes; c++) {
        logs[c] = Math.log(prevalence[c]) + logOfLabels(i, c);
        most = Math.max(most, logs[c]);
      }
      double sum = 0;
      for (double log : logs) {
        sum += Math.exp(log - most);
      }
      for (int c = 0; c < classes; c++) {
        double posterior = Math.exp(logs[c] - most) / sum;
        change = Math.max(change, Math.abs(posterior - posteriors[i][c]));
        posteriors[i][c] = posterior;
      }
      logLikelihood += labels.units(i) * (most + Math.log(sum));
    }
    return change;
  }

  private double logOfLabels(int pattern, int truth) {
    double sum = 0;
    for (int rater = 0; rater < errors.length; rater++) {
      for (int label = 0; label < classes; label++) {
        int count = labels.count(pattern, rater, label);
        sum += count == 0 ? 0 : count * Math.log(errors[rater][truth][label]);
      }
    }
    return sum;
  }

  /** Shares of their sum; all the same where there is nothing. */
  private static void normalise(double[] counts) {
    double sum = 0;
    for (double count : counts) {
      sum += count;
    }
    for (int i = 0; i < counts.length; i++) {
      counts[i] = sum == 0 ? 1.0 / counts.length : counts[i] / sum;
    }
  }
}
