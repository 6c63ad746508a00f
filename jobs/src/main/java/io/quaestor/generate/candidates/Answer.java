package io.quaestor.generate.candidates;

import io.quaestor.generate.batch.Origin;
import io.quaestor.llm.Reply;
import java.time.Instant;

/**
 * What is kept of a reply.
 *
 * @param model as the provider reported it
 * @param json null unless {@code ok}
 * @param tokens in and out, all attempts
 * @param ms from the first attempt to the end
 */
public record Answer(
    String askId,
    String model,
    String status,
    String json,
    long tokens,
    long ms,
    Instant answeredAt) {

  /** Null for null. */
  static Answer of(Reply reply) {
    return reply == null
        ? null
        : new Answer(
            reply.askId(),
            reply.modelReported(),
            reply.status(),
            reply.json(),
            reply.inputTokens()
                + reply.cachedInputTokens()
                + reply.cacheWriteTokens()
                + reply.outputTokens(),
            reply.totalMs(),
            reply.answeredAt());
  }

  boolean ok() {
    return Reply.OK.equals(status);
  }

  Origin origin() {
    return new Origin(model, askId, answeredAt);
  }
}
