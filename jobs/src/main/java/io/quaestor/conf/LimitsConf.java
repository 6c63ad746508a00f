package io.quaestor.conf;

import java.io.Serializable;
import java.time.Duration;

/**
 * What an account may send per minute to a class of models; null for no limit.
 *
 * <p>One budget for all executors of an application; other applications on the same account are not
 * known to it, which is what {@code safety} is for.
 *
 * @param requestsPerMinute calls started
 * @param inputTokensPerMinute uncached input tokens
 * @param outputTokensPerMinute generated tokens
 * @param safety part of the limits to use, above 0, at most 1; null for all
 * @param burst how much refill may be used at once after a pause; null for half a second
 */
public record LimitsConf(
    Long requestsPerMinute,
    Long inputTokensPerMinute,
    Long outputTokensPerMinute,
    Double safety,
    Duration burst)
    implements Serializable {
  public static final LimitsConf NONE = new LimitsConf(null, null, null, null, null);
}
