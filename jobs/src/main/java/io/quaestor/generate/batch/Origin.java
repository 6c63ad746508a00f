package io.quaestor.generate.batch;

import io.quaestor.llm.Reply;
import java.time.Instant;

/** The ask that wrote a draft, and when it was answered. */
public record Origin(String model, String askId, Instant answeredAt) {
  public static Origin of(Reply reply) {
    return new Origin(reply.modelReported(), reply.askId(), reply.answeredAt());
  }
}
