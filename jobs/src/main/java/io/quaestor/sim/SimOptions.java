package io.quaestor.sim;

import java.util.Map;

/**
 * How the offline provider behaves as a server.
 *
 * @param port 0 for any free one
 * @param latency time to answer; null for {@code latency_ms} of the configuration
 * @param requireKey whether a request without a key gets a 401; else any key or none will do
 * @param acceptedKey the only key that is let in, null for any
 * @param limits null for none
 * @param faults kind to the share of requests it hits, 0 to 1; drawn anew for each repetition of a
 *     request, from the configured seed
 */
public record SimOptions(
    int port,
    Latency latency,
    boolean requireKey,
    String acceptedKey,
    Limits limits,
    Map<Fault, Double> faults) {

  /**
   * Time to answer.
   *
   * @param medianMs milliseconds
   * @param sigma of the logarithm; 0 for a fixed time
   */
  public record Latency(double medianMs, double sigma) {}

  /**
   * Token buckets per model, refilled continuously; null for no limit.
   *
   * @param burstSeconds capacity in seconds of refill: 1 is strict, 60 a whole minute at once
   */
  public record Limits(Long requestsPerMinute, Long inputTokensPerMinute, double burstSeconds) {}

  /** Any free port, no limits, no faults, no key needed, the configured latency. */
  public static SimOptions defaults() {
    return new SimOptions(0, null, false, null, null, Map.of());
  }

  public SimOptions withPort(int changed) {
    return new SimOptions(changed, latency, requireKey, acceptedKey, limits, faults);
  }

  public SimOptions withLatency(double medianMs, double sigma) {
    Latency changed = new Latency(medianMs, sigma);
    return new SimOptions(port, changed, requireKey, acceptedKey, limits, faults);
  }

  /** Only this key is let in; null lets any key in, but not none. */
  public SimOptions withKey(String accepted) {
    return new SimOptions(port, latency, true, accepted, limits, faults);
  }

  public SimOptions withLimits(Limits changed) {
    return new SimOptions(port, latency, requireKey, acceptedKey, changed, faults);
  }

  public SimOptions withFaults(Map<Fault, Double> changed) {
    return new SimOptions(port, latency, requireKey, acceptedKey, limits, Map.copyOf(changed));
  }
}
