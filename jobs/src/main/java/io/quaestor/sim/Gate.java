package io.quaestor.sim;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The limits, one pair of buckets per model. */
final class Gate {
  private final SimOptions.Limits limits;
  private final Map<String, Account> accounts = new ConcurrentHashMap<>();

  Gate(SimOptions.Limits limits) {
    this.limits = limits;
  }

  /**
   * What came of a request to pass.
   *
   * @param waitSeconds 0 when it may pass
   * @param requests null when there is no such limit
   * @param inputTokens null when there is no such limit
   */
  record Pass(double waitSeconds, Bucket.Level requests, Bucket.Level inputTokens, int inputCost) {
    static final Pass FREE = new Pass(0, null, null, 0);
  }

  Pass pass(String model, int inputTokens, long nowNanos) {
    if (limits == null) {
      return Pass.FREE;
    }
    Account account = accounts.computeIfAbsent(model, m -> new Account(limits, nowNanos));
    return account.pass(inputTokens, nowNanos);
  }

  private static final class Account {
    private final Bucket requests;
    private final Bucket inputTokens;

    Account(SimOptions.Limits limits, long now) {
      this.requests = bucket(limits.requestsPerMinute(), limits.burstSeconds(), now);
      this.inputTokens = bucket(limits.inputTokensPerMinute(), limits.burstSeconds(), now);
    }

    synchronized Pass pass(int cost, long now) {
      double wait = Math.max(wait(requests, 1, now), wait(inputTokens, cost, now));
      if (wait == 0) {
        take(requests, 1);
        take(inputTokens, cost);
      }
      return new Pass(wait, level(requests), level(inputTokens), cost);
    }

    private static Bucket bucket(Long perMinute, double burstSeconds, long now) {
      return perMinute == null ? null : new Bucket(perMinute, burstSeconds, now);
    }

    private static double wait(Bucket bucket, double amount, long now) {
      return bucket == null ? 0 : bucket.secondsUntil(amount, now);
    }

    private static void take(Bucket bucket, double amount) {
      if (bucket != null) {
        bucket.take(amount);
      }
    }

    private static Bucket.Level level(Bucket bucket) {
      return bucket == null ? null : bucket.level();
    }
  }
}
