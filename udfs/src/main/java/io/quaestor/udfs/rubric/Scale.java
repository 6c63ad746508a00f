package io.quaestor.udfs.rubric;

/** How a dimension is scored; whole numbers only. */
public enum Scale {
  /** 0 (no) or 1 (yes). */
  BINARY(0, 1, 1),
  /** 1 (worst) to 5 (best). */
  LIKERT(1, 5, 3);

  private final int min;
  private final int max;
  private final int unjudged;

  Scale(int min, int max, int unjudged) {
    this.min = min;
    this.max = max;
    this.unjudged = unjudged;
  }

  public int min() {
    return min;
  }

  public int max() {
    return max;
  }

  /** The score that stands in when no judge could be reached: every binary 1, every Likert 3. */
  public int unjudged() {
    return unjudged;
  }

  /** Whether it is a whole number from {@link #min} to {@link #max}; NaN is not. */
  public boolean holds(double score) {
    return score >= min && score <= max && score == (int) score;
  }
}
