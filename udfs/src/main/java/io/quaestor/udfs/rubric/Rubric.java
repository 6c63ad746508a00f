package io.quaestor.udfs.rubric;

import static io.quaestor.udfs.rubric.Dimension.ANSWERABLE_FROM_CONTEXT;
import static io.quaestor.udfs.rubric.Dimension.CLARITY;
import static io.quaestor.udfs.rubric.Dimension.CONTEXT_AUTHENTIC;
import static io.quaestor.udfs.rubric.Dimension.DIFFICULTY_APPROPRIATE;
import static io.quaestor.udfs.rubric.Dimension.DISTRACTORS_PLAUSIBLE;
import static io.quaestor.udfs.rubric.Dimension.FORMAT_JUSTIFIED;
import static io.quaestor.udfs.rubric.Dimension.GROUNDED;
import static io.quaestor.udfs.rubric.Dimension.HAS_SINGLE_CLEAR_CORRECT;
import static io.quaestor.udfs.rubric.Dimension.NON_TRIVIAL;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The two rubrics of the graded pipeline; both share the arithmetic of {@link Scorer}. */
public enum Rubric {
  V3(
      Thresholds.V3,
      ANSWERABLE_FROM_CONTEXT,
      HAS_SINGLE_CLEAR_CORRECT,
      FORMAT_JUSTIFIED,
      DISTRACTORS_PLAUSIBLE,
      CLARITY,
      DIFFICULTY_APPROPRIATE),
  V4(
      Thresholds.V4,
      GROUNDED,
      ANSWERABLE_FROM_CONTEXT,
      HAS_SINGLE_CLEAR_CORRECT,
      FORMAT_JUSTIFIED,
      NON_TRIVIAL,
      DISTRACTORS_PLAUSIBLE,
      CLARITY,
      CONTEXT_AUTHENTIC);

  private final List<Dimension> dimensions;
  private final Thresholds thresholds;
  private final Scorer scorer;

  Rubric(Thresholds thresholds, Dimension... dimensions) {
    this.dimensions = List.of(dimensions);
    this.thresholds = thresholds;
    this.scorer = new Scorer(this.dimensions, thresholds);
  }

  /** {@code v3 | v4}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By wire name in any case; empty for null and others. */
  public static Optional<Rubric> parse(String name) {
    return Stream.of(values()).filter(rubric -> rubric.name().equalsIgnoreCase(name)).findFirst();
  }

  /** What is scored, binaries first: the order of the scores in {@link Scorer#score(double...)}. */
  public List<Dimension> dimensions() {
    return dimensions;
  }

  public Thresholds thresholds() {
    return thresholds;
  }

  /** Scores with the default thresholds. */
  public Scorer scorer() {
    return scorer;
  }

  /** Scores with other thresholds. Make it once for many rows. */
  public Scorer scorer(Thresholds others) {
    return new Scorer(dimensions, others);
  }

  /**
   * What a candidate gets when no judge could be reached ({@link Scale#unjudged}), by wire name in
   * the order of {@link #dimensions}.
   */
  public Map<String, Integer> unjudgedScores() {
    Map<String, Integer> scores = new LinkedHashMap<>();
    dimensions.forEach(dimension -> scores.put(dimension.wire(), dimension.scale().unjudged()));
    return scores;
  }
}
