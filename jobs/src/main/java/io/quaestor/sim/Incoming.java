package io.quaestor.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A request that a protocol has accepted.
 *
 * @param parts every text of the prompt, to count tokens
 * @param user the user message, its text blocks joined by line breaks
 * @param schema the JSON schema the reply must satisfy, null for none
 * @param maxTokens most output tokens
 * @param seed the request's own, null for none
 */
record Incoming(
    String model, List<String> parts, String user, JsonNode schema, int maxTokens, Long seed) {}
