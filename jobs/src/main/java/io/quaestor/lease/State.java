package io.quaestor.lease;

import java.math.BigDecimal;
import java.util.Map;

/**
 * How far the calls of a stage are, all executors together.
 *
 * @param what is being done, for people
 * @param asks to be answered
 * @param done answered, or failed for good
 * @param callers executors that make calls
 * @param budgetUsd null for none
 * @param waitingFor what calls wait for, null for nothing
 */
public record State(
    String what,
    long asks,
    long done,
    long failed,
    int inFlight,
    int callers,
    BigDecimal spentUsd,
    BigDecimal budgetUsd,
    String waitingFor) {

  /**
   * @param now the newest report of each caller
   * @param before the same when the stage began
   */
  static State of(Coordinator.Work work, Map<String, Report> now, Map<String, Report> before) {
    long answered = 0;
    long failed = 0;
    long spent = 0;
    int inFlight = 0;
    int callers = 0;
    String waitingFor = null;
    for (Report report : now.values()) {
      Report first = before.get(report.member());
      Report.Counts counts = report.counts();
      answered += counts.answered() - (first == null ? 0 : first.counts().answered());
      failed += counts.failed() - (first == null ? 0 : first.counts().failed());
      spent += report.money().spent() - (first == null ? 0 : first.money().spent());
      inFlight += counts.inFlight();
      callers += report.leaving() ? 0 : 1;
      waitingFor = waitingFor == null ? counts.waitingFor() : waitingFor;
    }
    return new State(
        work.what(),
        work.asks(),
        answered + failed,
        failed,
        inFlight,
        callers,
        Pico.usd(spent),
        work.budget(),
        waitingFor);
  }
}
