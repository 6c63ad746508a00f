package io.quaestor.udfs.agreement.raters;

import io.quaestor.udfs.agreement.Statistic;
import io.quaestor.udfs.agreement.TwoByTwo;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Sensitivity and specificity of two raters whose truth nobody knows, from two populations in which
 * fails are not equally frequent (Hui and Walter 1980, Biometrics 36:167). It holds when both
 * raters are as good in one population as in the other and err independently of each other; nothing
 * in the data can show that they do not. Of one population alone nothing can be told.
 *
 * @param prevalence of true fails in each population
 * @param sensitivity of raters A and B: how often they fail a true fail
 * @param specificity of raters A and B: how often they pass what is right
 * @param standardErrors of prevalence, sensitivity and specificity; empty where the information is
 *     singular, as at a rate of 0 or 1
 * @param undefined why there is none of the above: {@code no_pairs} in a population, or {@code
 *     not_identified}; null when there is
 */
public record HuiWalter(
    List<Double> prevalence,
    List<Double> sensitivity,
    List<Double> specificity,
    List<List<Double>> standardErrors,
    String undefined) {
  private static final int ITERATIONS = 100_000;
  private static final double TOLERANCE = 1e-13;
  private static final double STEP = 1e-6;
  private static final double SURE = 1e-9;

  /** Prevalences, sensitivities, specificities. */
  private static final double[] START = {0.5, 0.5, 0.9, 0.9, 0.9, 0.9};

  /** Most likely rates, found by expectation and maximisation. */
  public static HuiWalter of(TwoByTwo first, TwoByTwo second) {
    double[][] cells = {cells(first), cells(second)};
    if (first.n() == 0 || second.n() == 0) {
      return undefined(Statistic.NO_PAIRS);
    }
    double[] rates = START.clone();
    for (int population = 0; population < 2; population++) {
      rates[population] = Math.min(0.9, Math.max(0.1, shareOfFails(cells[population])));
    }
    if (rates[0] == rates[1]) {
      return undefined("not_identified");
    }
    double change = 1;
    for (int i = 0; i < ITERATIONS && change > TOLERANCE; i++) {
      double[] next = improve(rates, cells);
      change = distance(rates, next);
      rates = next;
    }
    boolean useful = rates[2] + rates[4] > 1 && rates[3] + rates[5] > 1;
    return useful ? of(rates, cells) : undefined("not_identified");
  }

  private static HuiWalter of(double[] rates, double[][] cells) {
    return new HuiWalter(
        pair(rates, 0), pair(rates, 2), pair(rates, 4), standardErrors(rates, cells), null);
  }

  private static HuiWalter undefined(String reason) {
    return new HuiWalter(List.of(), List.of(), List.of(), List.of(), reason);
  }

  /** Both fail, A alone, B alone, none. */
  private static double[] cells(TwoByTwo table) {
    return new double[] {table.bothFail(), table.aOnlyFail(), table.bOnlyFail(), table.bothPass()};
  }

  private static double shareOfFails(double[] cells) {
    double n = total(cells);
    return (cells[0] + (cells[1] + cells[2]) / 2) / n;
  }

  private static double[] improve(double[] rates, double[][] cells) {
    double[] fails = new double[4];
    double[] passes = new double[4];
    double[] next = new double[6];
    for (int population = 0; population < 2; population++) {
      double sum = 0;
      for (int cell = 0; cell < 4; cell++) {
        double share = ofFails(rates, population, cell) / of(rates, population, cell);
        double expected = cells[population][cell] == 0 ? 0 : cells[population][cell] * share;
        sum += expected;
        fails[cell] += expected;
        passes[cell] += cells[population][cell] - expected;
      }
      next[population] = sum / total(cells[population]);
    }
    double allFails = total(fails);
    double allPasses = total(passes);
    next[2] = (fails[0] + fails[1]) / allFails;
    next[3] = (fails[0] + fails[2]) / allFails;
    next[4] = (passes[2] + passes[3]) / allPasses;
    next[5] = (passes[1] + passes[3]) / allPasses;
    return next;
  }

  /** Probability of a cell in a population. */
  private static double of(double[] rates, int population, int cell) {
    double rest =
        (1 - rates[population]) * said(1 - rates[4], cell < 2) * said(1 - rates[5], cell % 2 == 0);
    return ofFails(rates, population, cell) + rest;
  }

  /** Of that, the part of true fails. */
  private static double ofFails(double[] rates, int population, int cell) {
    return rates[population] * said(rates[2], cell < 2) * said(rates[3], cell % 2 == 0);
  }

  private static double said(double rate, boolean fail) {
    return fail ? rate : 1 - rate;
  }

  /** From the expected information, whose derivatives are taken by central differences. */
  private static List<List<Double>> standardErrors(double[] rates, double[][] cells) {
    if (Arrays.stream(rates).anyMatch(rate -> rate < SURE || rate > 1 - SURE)) {
      return List.of();
    }
    RealMatrix information = new Array2DRowRealMatrix(6, 6);
    for (int population = 0; population < 2; population++) {
      double n = total(cells[population]);
      for (int cell = 0; cell < 4; cell++) {
        RealMatrix slope = new Array2DRowRealMatrix(slope(rates, population, cell));
        double weight = n / of(rates, population, cell);
        information = information.add(slope.multiply(slope.transpose()).scalarMultiply(weight));
      }
    }
    LUDecomposition decomposition = new LUDecomposition(information);
    if (!decomposition.getSolver().isNonSingular()) {
      return List.of();
    }
    RealMatrix covariance = decomposition.getSolver().getInverse();
    double[] errors =
        IntStream.range(0, 6).mapToDouble(i -> Math.sqrt(covariance.getEntry(i, i))).toArray();
    return List.of(pair(errors, 0), pair(errors, 2), pair(errors, 4));
  }

  private static double[] slope(double[] rates, int population, int cell) {
    double[] slope = new double[6];
    for (int i = 0; i < 6; i++) {
      double[] up = rates.clone();
      double[] down = rates.clone();
      up[i] += STEP;
      down[i] -= STEP;
      slope[i] = (of(up, population, cell) - of(down, population, cell)) / (2 * STEP);
    }
    return slope;
  }

  private static double distance(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> Math.abs(a[i] - b[i])).max().orElse(0);
  }

  private static List<Double> pair(double[] values, int from) {
    return List.of(values[from], values[from + 1]);
  }

  private static double total(double[] values) {
    return Arrays.stream(values).sum();
  }
}
