package io.quaestor.llm;

/**
 * Why nothing is sent any more.
 *
 * @param code {@code provider_refused | budget | deadline | abandoned}
 * @param message for people
 */
record Stop(String code, String message) {
  static final String REFUSED = "provider_refused";
  static final String BUDGET = "budget";
  static final String DEADLINE = "deadline";

  /** The task that wanted the answer is no more. */
  static final Stop ABANDONED = new Stop("abandoned", "the task has ended");
}
