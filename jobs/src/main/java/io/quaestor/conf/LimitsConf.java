package io.quaestor.conf;

import java.io.Serializable;

/**
 * What an account may send per minute to a class of models; null for no limit.
 *
 * @param requestsPerMinute calls started
 * @param inputTokensPerMinute uncached input tokens
 * @param outputTokensPerMinute generated tokens
 */
public record LimitsConf(
    Long requestsPerMinute, Long inputTokensPerMinute, Long outputTokensPerMinute)
    implements Serializable {}
