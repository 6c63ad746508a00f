package io.quaestor.llm;

import java.io.Serializable;

/**
 * Tokens a provider reported for one call, or a sum of such; never negative.
 *
 * @param input uncached input
 * @param cacheRead input read from the provider's prompt cache
 * @param cacheWrite input written to it
 */
public record Usage(long input, long output, long cacheRead, long cacheWrite)
    implements Serializable {
  public static final Usage NONE = new Usage(0, 0, 0, 0);

  public Usage plus(Usage other) {
    return new Usage(
        input + other.input,
        output + other.output,
        cacheRead + other.cacheRead,
        cacheWrite + other.cacheWrite);
  }

  /** Length of the whole prompt, however it was billed. */
  public long prompt() {
    return input + cacheRead + cacheWrite;
  }
}
