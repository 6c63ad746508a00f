package io.quaestor.udfs.rubric;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * Where verdicts change: keep when {@code keep} is reached, else repair when {@code repair} is,
 * else reject.
 *
 * <p>The defaults are those of the two published rubrics: v3 keeps from a total of 7 and repairs
 * from 4; v4 keeps with all 4 binaries, {@code non_trivial} from 3 and an average of 3.5, and
 * repairs with 3 binaries and an average of 2.
 */
public record Thresholds(Bar keep, Bar repair) implements Serializable {

  /** Default of {@link Rubric#V3}. */
  public static final Thresholds V3 =
      new Thresholds(Bar.ofTotal(new BigDecimal(7)), Bar.ofTotal(new BigDecimal(4)));

  /** Default of {@link Rubric#V4}. */
  public static final Thresholds V4 =
      new Thresholds(
          new Bar(4, 3, new BigDecimal("3.5"), null), new Bar(3, 0, new BigDecimal(2), null));
}
