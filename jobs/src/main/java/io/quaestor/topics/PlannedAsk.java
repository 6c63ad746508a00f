package io.quaestor.topics;

/**
 * An ask before it is sent. Public because the code that Spark generates makes it.
 *
 * @param inputTokens estimated for its model
 * @param outputTokens estimated for its model, for as many topics as are asked for
 */
public record PlannedAsk(String unitId, int passages, long inputTokens, long outputTokens) {}
