package io.quaestor.udfs.answer;

/**
 * How a typed answer compares with what is accepted.
 *
 * @param matched null when undefined
 * @param tier {@code exact | normalised | fuzzy | none}, the strictest that holds; null when
 *     undefined
 * @param matchedWith the accepted text as it was given, null when there is none
 * @param similarity 1 when exact or normalised, {@code 1 - edits / length of the longer text} when
 *     fuzzy, 0 when none, null when undefined
 * @param undefined why there is nothing to say, else null: {@code no_key}
 */
public record AnswerMatch(
    Boolean matched, String tier, String matchedWith, Double similarity, String undefined) {
  /** There is neither a key nor a variation to compare with. */
  public static final String NO_KEY = "no_key";

  static final AnswerMatch NONE = new AnswerMatch(false, "none", null, 0.0, null);
  static final AnswerMatch UNDEFINED = new AnswerMatch(null, null, null, null, NO_KEY);

  static AnswerMatch of(String tier, String with, double similarity) {
    return new AnswerMatch(true, tier, with, similarity, null);
  }
}
