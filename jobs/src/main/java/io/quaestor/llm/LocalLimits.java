package io.quaestor.llm;

import io.quaestor.conf.LimitsConf;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;

/** Limits that hold within one JVM. */
final class LocalLimits implements Limits {
  private final Map<String, Budget> budgets = new HashMap<>();
  private final Later later;

  /**
   * @param classes name of a class of models to its limits
   * @param nanos a ticker
   */
  LocalLimits(Map<String, LimitsConf> classes, LongSupplier nanos, Later later) {
    classes.forEach((name, limits) -> budgets.put(name, Budget.of(name, limits, nanos)));
    this.later = later;
  }

  @Override
  public CompletionStage<Permit> acquire(
      String limitClass, LongSupplier inputTokens, int maxTokens) {
    Budget budget = budgets.get(limitClass);
    Permit permit =
        new Permit(
            limitClass,
            budget.input() == null ? 0 : inputTokens.getAsLong(),
            budget.output() == null ? 0 : budget.answers().expected(maxTokens));
    long wait =
        Math.max(
            reserve(budget.requests(), 1),
            Math.max(
                reserve(budget.input(), permit.inputTokens()),
                reserve(budget.output(), permit.outputTokens())));
    return wait == 0
        ? CompletableFuture.completedFuture(permit)
        : CompletableFuture.supplyAsync(() -> permit, later.after(wait));
  }

  @Override
  public void settle(Permit permit, Usage usage) {
    Budget budget = budgets.get(permit.limitClass());
    if (usage.output() > 0) {
      budget.answers().saw(usage.output());
    }
    if (budget.input() != null) {
      budget.input().giveBack(permit.inputTokens() - usage.input() - usage.cacheWrite());
    }
    if (budget.output() != null) {
      budget.output().giveBack(permit.outputTokens() - usage.output());
    }
  }

  private static long reserve(Bucket bucket, long units) {
    return bucket == null ? 0 : bucket.reserve(units);
  }

  private record Budget(Bucket requests, Bucket input, Bucket output, OutputMean answers) {

    static Budget of(String name, LimitsConf limits, LongSupplier nanos) {
      return new Budget(
          bucket(name + " requests", limits.requestsPerMinute(), nanos),
          bucket(name + " input", limits.inputTokensPerMinute(), nanos),
          bucket(name + " output", limits.outputTokensPerMinute(), nanos),
          new OutputMean());
    }

    private static Bucket bucket(String name, Long perMinute, LongSupplier nanos) {
      return perMinute == null ? null : new Bucket(name, perMinute, nanos);
    }
  }
}
