package io.quaestor.udfs.rubric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Scores judgements by one rubric and one set of thresholds. With b of B binaries at 1 and s the
 * sum of L Likert scores:
 *
 * <pre>
 * binary_score = 6 b / B
 * avg_likert   = s / L
 * likert_score = 4 s / (5 L)
 * total_score  = binary_score + likert_score = (30 L b + 4 B s) / (5 B L)
 * </pre>
 *
 * Verdicts are found in whole numbers, so a figure that is exactly at a threshold reaches it.
 * Nothing is clamped: scores that are missing or out of range make the judgement invalid.
 */
public final class Scorer {
  private static final int BINARY_MAX = 6;
  private static final int LIKERT_MAX = 4;

  private final List<Dimension> dimensions;
  private final int binaries;
  private final int likerts;
  private final int nonTrivialAt;
  private final Scale[] scales;
  private final Score[] scores;
  private final Limit keep;
  private final Limit repair;

  Scorer(List<Dimension> dimensions, Thresholds thresholds) {
    this.dimensions = dimensions;
    this.binaries = (int) dimensions.stream().filter(d -> d.scale() == Scale.BINARY).count();
    this.likerts = dimensions.size() - binaries;
    this.nonTrivialAt = dimensions.indexOf(Dimension.NON_TRIVIAL);
    this.scales = dimensions.stream().map(Dimension::scale).toArray(Scale[]::new);
    this.keep = limit(thresholds.keep());
    this.repair = limit(thresholds.repair());
    this.scores = allScores();
  }

  /**
   * Scores by wire name. Names of other dimensions are ignored, a null value is missing, a null map
   * lacks all.
   */
  public Score score(Map<String, ? extends Number> scores) {
    double[] row = new double[dimensions.size()];
    for (int i = 0; i < row.length; i++) {
      Number score = scores == null ? null : scores.get(dimensions.get(i).wire());
      row[i] = score == null ? Double.NaN : score.doubleValue();
    }
    return score(row);
  }

  /**
   * Scores in the order of {@link Rubric#dimensions}: the fast way for many rows. NaN is missing,
   * and so is what a null or short array lacks; a longer one is invalid ({@code too_many_scores}).
   */
  public Score score(double... row) {
    if (!isValid(row)) {
      return Score.invalid(problems(row == null ? new double[0] : row));
    }
    int nonTrivial = nonTrivialAt < 0 ? 0 : (int) row[nonTrivialAt];
    return scores[place(sum(row, 0, binaries), nonTrivial, sum(row, binaries, row.length))];
  }

  /** Of every valid judgement, of which there are few, so that none is computed twice. */
  private Score[] allScores() {
    int mostLikert = Scale.LIKERT.max() * likerts;
    Score[] all = new Score[place(binaries, Scale.LIKERT.max(), mostLikert) + 1];
    for (int yes = 0; yes <= binaries; yes++) {
      for (int nonTrivial = 0; nonTrivial <= Scale.LIKERT.max(); nonTrivial++) {
        for (int likert = 0; likert <= mostLikert; likert++) {
          all[place(yes, nonTrivial, likert)] = score(yes, nonTrivial, likert);
        }
      }
    }
    return all;
  }

  private int place(int yes, int nonTrivial, int likert) {
    int most = Scale.LIKERT.max();
    return (yes * (most + 1) + nonTrivial) * (most * likerts + 1) + likert;
  }

  private Score score(int yes, int nonTrivial, int likert) {
    int points = points(yes, likert);
    return new Score(
        (double) (BINARY_MAX * yes) / binaries,
        (double) likert / likerts,
        (double) (LIKERT_MAX * likert) / (Scale.LIKERT.max() * likerts),
        (double) points / pointsPerUnit(),
        verdict(yes, nonTrivial, likert, points),
        List.of(),
        List.of());
  }

  private Verdict verdict(int yes, int nonTrivial, int likert, int points) {
    if (keep.isReached(yes, nonTrivial, likert, points)) {
      return Verdict.KEEP;
    }
    return repair.isReached(yes, nonTrivial, likert, points) ? Verdict.REPAIR : Verdict.REJECT;
  }

  private boolean isValid(double[] row) {
    if (row == null || row.length != scales.length) {
      return false;
    }
    for (int i = 0; i < row.length; i++) {
      if (!scales[i].holds(row[i])) {
        return false;
      }
    }
    return true;
  }

  private List<String> problems(double[] row) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < dimensions.size(); i++) {
      Dimension dimension = dimensions.get(i);
      if (i >= row.length || Double.isNaN(row[i])) {
        codes.add(dimension.wire() + "_missing");
      } else if (!dimension.scale().holds(row[i])) {
        codes.add(dimension.wire() + "_out_of_range");
      }
    }
    if (row.length > dimensions.size()) {
      codes.add("too_many_scores");
    }
    return List.copyOf(codes);
  }

  private static int sum(double[] row, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum += (int) row[i];
    }
    return sum;
  }

  private int points(int yes, int likert) {
    return BINARY_MAX * Scale.LIKERT.max() * likerts * yes + LIKERT_MAX * binaries * likert;
  }

  private int pointsPerUnit() {
    return Scale.LIKERT.max() * binaries * likerts;
  }

  private Limit limit(Bar bar) {
    return new Limit(
        bar.binaries(),
        bar.nonTrivial(),
        leastWhole(bar.avgLikert(), likerts),
        leastWhole(bar.totalScore(), pointsPerUnit()));
  }

  /** The least whole number of parts that reaches {@code minimum}, of {@code parts} to the unit. */
  private static int leastWhole(BigDecimal minimum, int parts) {
    BigDecimal unreachable = BigDecimal.valueOf(BINARY_MAX + LIKERT_MAX + 1);
    return minimum
        .max(BigDecimal.ZERO)
        .min(unreachable)
        .multiply(BigDecimal.valueOf(parts))
        .setScale(0, RoundingMode.CEILING)
        .intValueExact();
  }

  private record Limit(int yes, int nonTrivial, int likert, int points) {

    boolean isReached(int gotYes, int gotNonTrivial, int gotLikert, int gotPoints) {
      return gotYes >= yes
          && gotNonTrivial >= nonTrivial
          && gotLikert >= likert
          && gotPoints >= points;
    }
  }
}
