package io.quaestor.lease;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The driver's side of everything callers on all executors share: limits, closed gates, money,
 * claims, progress. Thread-safe; time comes in.
 */
public final class Coordinator {
  /** How long a share holds without another report. */
  static final Duration VALID = Duration.ofSeconds(2);

  /** The driver counts a share as held for longer than its holder does. */
  private static final Duration MARGIN = Duration.ofMillis(500);

  private static final Coordinator HERE = new Coordinator(System::nanoTime);

  private final LongSupplier nanos;
  private final Map<String, Leases> leases = new HashMap<>();
  private final Map<String, Long> closedUntil = new HashMap<>();
  private final Map<String, Report> reports = new LinkedHashMap<>();
  private final Map<String, Report> before = new HashMap<>();
  private Claims claims = new Claims();
  private Work work = new Work("", "", 0, null);
  private Purse purse;

  /**
   * What is being done.
   *
   * @param what for people
   * @param budget most to spend from now on, null for no limit
   */
  public record Work(String runId, String what, long asks, BigDecimal budget) {}

  /**
   * @param nanos a ticker
   */
  public Coordinator(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** The one of this process, if it is the driver. */
  public static Coordinator here() {
    return HERE;
  }

  /** Calls of another stage begin; what was reported before does not count for it. */
  public synchronized void begin(Work next) {
    work = next;
    before.clear();
    before.putAll(reports);
    claims = new Claims();
    purse = next.budget() == null ? null : new Purse(Pico.of(next.budget()));
  }

  synchronized Grant report(Report report) {
    Map<String, Double> shares = new HashMap<>();
    Map<String, Long> closed = new HashMap<>();
    for (String name : report.needs().keySet()) {
      close(name, report.needs().get(name).closedMs());
      shares.put(name, share(report, name));
      long rest = closedUntil.getOrDefault(name, nanos.getAsLong()) - nanos.getAsLong();
      if (rest > 0) {
        closed.put(name, Duration.ofNanos(rest).toMillis() + 1);
      }
    }
    if (!report.runId().equals(work.runId())) {
      return new Grant(shares, VALID.toMillis(), closed, 0, false);
    }
    reports.put(report.member(), report);
    Purse.Allowance money =
        purse == null ? Purse.Allowance.NONE : purse.report(report.member(), report.money());
    return new Grant(shares, VALID.toMillis(), closed, money.money(), money.gone());
  }

  private void close(String name, long millis) {
    if (millis > 0) {
      closedUntil.merge(name, nanos.getAsLong() + Duration.ofMillis(millis).toNanos(), Math::max);
    }
  }

  private double share(Report report, String name) {
    Leases held = leases.computeIfAbsent(name, n -> new Leases());
    if (report.leaving()) {
      held.drop(report.member());
      return 0;
    }
    long now = nanos.getAsLong();
    long expires = now + VALID.plus(MARGIN).toNanos();
    return held.renew(report.member(), report.needs().get(name), now, expires);
  }

  synchronized Claim.Answer claim(Claim claim) {
    return claims.claim(claim);
  }

  synchronized void release(Claim claim) {
    claims.release(claim);
  }

  /** An executor is no more: others get what it held. */
  synchronized void lost(String executorId) {
    claims.lost(executorId);
    List<Report> its =
        reports.values().stream().filter(r -> r.executorId().equals(executorId)).toList();
    for (Report report : its) {
      leases.values().forEach(lease -> lease.drop(report.member()));
      reports.put(report.member(), gone(report));
      if (purse != null) {
        purse.drop(report.member());
      }
    }
  }

  /** How far the work is. */
  public synchronized State state() {
    return State.of(work, reports, before);
  }

  private static Report gone(Report last) {
    Report.Counts counts = last.counts();
    return new Report(
        last.runId(),
        last.member(),
        last.executorId(),
        Map.of(),
        last.money(),
        new Report.Counts(counts.answered(), counts.failed(), 0, null),
        true);
  }
}
