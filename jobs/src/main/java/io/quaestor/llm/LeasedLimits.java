package io.quaestor.llm;

import io.quaestor.conf.LimitsConf;
import io.quaestor.lease.Grant;
import io.quaestor.lease.Report;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;

/** Limits of which this executor holds the shares it was granted last. */
final class LeasedLimits implements Limits {
  private final Map<String, Lane> lanes = new HashMap<>();
  private final LongSupplier nanos;
  private long reportedAt;

  /**
   * @param classes name of a class of models to its limits
   * @param window most calls in flight per class
   * @param nanos a ticker
   */
  LeasedLimits(Map<String, LimitsConf> classes, int window, LongSupplier nanos, Later later) {
    classes.forEach(
        (name, limits) -> lanes.put(name, new Lane(name, limits, window, nanos, later)));
    this.nanos = nanos;
    reportedAt = nanos.getAsLong();
  }

  @Override
  public CompletionStage<Permit> acquire(String limitClass, Size size) {
    return lanes.get(limitClass).acquire(size);
  }

  @Override
  public void settle(Permit permit, Ending ending) {
    lanes.get(permit.limitClass()).settle(permit, ending);
  }

  @Override
  public void close(String limitClass, Duration time) {
    lanes.get(limitClass).close(time);
  }

  @Override
  public void stop() {
    lanes.values().forEach(Lane::stop);
  }

  /** What to tell the driver: what was used since the last time. */
  Map<String, Report.Need> needs() {
    long now = nanos.getAsLong();
    double minutes = Buckets.minutes(now - reportedAt);
    reportedAt = now;
    Map<String, Report.Need> needs = new HashMap<>();
    lanes.forEach((name, lane) -> needs.put(name, lane.need(minutes)));
    return needs;
  }

  /**
   * The driver's answer.
   *
   * @param askedAt when it was asked, nanoseconds
   */
  void granted(Grant grant, long askedAt) {
    long until = askedAt + Duration.ofMillis(grant.validMs()).toNanos();
    lanes.forEach(
        (name, lane) ->
            lane.granted(
                grant.shares().getOrDefault(name, 0.0),
                until,
                Duration.ofMillis(grant.closedMs().getOrDefault(name, 0L))));
  }

  /** What calls wait for, null for nothing. */
  String waitingFor() {
    return lanes.values().stream()
        .map(Lane::waitingFor)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
