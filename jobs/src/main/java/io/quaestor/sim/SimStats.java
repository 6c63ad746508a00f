package io.quaestor.sim;

import java.util.Map;

/**
 * What the offline provider has done since it started.
 *
 * @param received requests to a model, good or bad
 * @param answered replies of a model that were fully handed to the socket
 * @param answeredByModel the same, per model id as requested
 * @param errors {@code http_STATUS} or kind of broken connection to count
 */
public record SimStats(
    long received, long answered, Map<String, Long> answeredByModel, Map<String, Long> errors) {}
