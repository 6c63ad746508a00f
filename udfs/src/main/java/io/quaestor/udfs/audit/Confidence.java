package io.quaestor.udfs.audit;

/** A writer's confidence in its own question. */
public final class Confidence {
  public static final String INVALID = "confidence_invalid";
  public static final String LOW = "low_confidence";

  private Confidence() {}

  /**
   * The code of what is wrong with it, null when nothing is: {@link #INVALID} when it is missing,
   * not a number or outside 0 to 1, {@link #LOW} when it is less than {@code least}.
   */
  public static String problem(Double confidence, double least) {
    if (confidence == null || !(confidence >= 0 && confidence <= 1)) {
      return INVALID;
    }
    return confidence < least ? LOW : null;
  }
}
