package io.quaestor.llm;

/** What came of one exchange: an answer, or none. */
sealed interface HttpResult permits HttpAnswer, HttpResult.Lost {

  /** Nothing usable was received. */
  record Lost(CallOutcome.Fault fault) implements HttpResult {}
}
