package io.quaestor.llm;

import io.quaestor.conf.LimitsConf;
import java.time.Duration;
import java.util.function.LongSupplier;

/** The budgets of one class of models; null where there is no limit. */
record Buckets(Bucket requests, Bucket input, Bucket output) {
  private static final Duration BURST = Duration.ofMillis(500);
  private static final double MILLIS_PER_MINUTE = 60_000.0;

  static Buckets of(String name, LimitsConf limits, LongSupplier nanos) {
    return new Buckets(
        bucket(name + " requests", limits.requestsPerMinute(), limits, nanos),
        bucket(name + " input", limits.inputTokensPerMinute(), limits, nanos),
        bucket(name + " output", limits.outputTokensPerMinute(), limits, nanos));
  }

  private static Bucket bucket(String name, Long perMinute, LimitsConf limits, LongSupplier nanos) {
    if (perMinute == null) {
      return null;
    }
    double safety = limits.safety() == null ? 1 : limits.safety();
    long safe = Math.max(1, (long) (perMinute * safety));
    Duration burst = limits.burst() == null ? BURST : limits.burst();
    return new Bucket(name, safe, burst, nanos);
  }

  boolean limitsInput() {
    return input != null;
  }

  boolean limitsOutput() {
    return output != null;
  }

  void share(double share) {
    for (Bucket bucket : all()) {
      if (bucket != null) {
        bucket.share(share);
      }
    }
  }

  /** Nanoseconds until all of it may be used. */
  long reserve(long inputTokens, long outputTokens) {
    return Math.max(
        reserve(requests, 1), Math.max(reserve(input, inputTokens), reserve(output, outputTokens)));
  }

  private static long reserve(Bucket bucket, long units) {
    return bucket == null ? 0 : bucket.reserve(units);
  }

  void settle(Limits.Permit permit, Usage usage) {
    if (input != null) {
      input.giveBack(permit.inputTokens() - usage.input() - usage.cacheWrite());
    }
    if (output != null) {
      output.giveBack(permit.outputTokens() - usage.output());
    }
  }

  /**
   * Share of the whole that was used since the last time, of the budget that was used most.
   *
   * @param minutes since then
   */
  double used(double minutes) {
    double most = 0;
    for (Bucket bucket : all()) {
      if (bucket != null && minutes > 0) {
        most = Math.max(most, bucket.usedSince() / (bucket.perMinute() * minutes));
      }
    }
    return most;
  }

  static double minutes(long nanos) {
    return nanos / 1e6 / MILLIS_PER_MINUTE;
  }

  /** The budget that holds up calls, as far as can be told: the one whose wait is longest. */
  String scarcest() {
    String name = "limits";
    long longest = -1;
    String[] names = {"requests per minute", "input tokens per minute", "output tokens per minute"};
    Bucket[] all = all();
    for (int i = 0; i < all.length; i++) {
      if (all[i] != null && all[i].lastWait() > longest) {
        longest = all[i].lastWait();
        name = names[i];
      }
    }
    return name;
  }

  private Bucket[] all() {
    return new Bucket[] {requests, input, output};
  }
}
