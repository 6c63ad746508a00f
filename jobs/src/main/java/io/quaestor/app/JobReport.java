package io.quaestor.app;

import io.quaestor.ExitCode;
import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.llm.Totals;
import java.math.BigDecimal;
import java.util.Map;

/**
 * How a job ended: the object that {@code --json} prints.
 *
 * @param runId a ULID, as in {@code job_runs}
 * @param report path of a report, null for none
 * @param error null unless it failed
 */
public record JobReport(
    String job,
    String runId,
    String status,
    int exitCode,
    Map<String, Long> counts,
    Calls calls,
    Tokens tokens,
    BigDecimal costUsd,
    long wallMs,
    String report,
    Failure error) {

  /** Calls of this job. */
  public record Calls(long made, long reused, long failed, long maybeBilled) {}

  /** Tokens of this job. */
  public record Tokens(long input, long output, long cachedInput) {}

  /**
   * Why a job failed.
   *
   * @param remedy what to do about it
   */
  public record Failure(String code, String message, String remedy) {}

  static JobReport of(String job, String runId, JobOutcome outcome, Totals totals, long wallMs) {
    return of(job, runId, outcome, outcome.exitCode(), totals, wallMs, null);
  }

  static JobReport failed(
      String job, String runId, JobException failure, Totals totals, long wallMs) {
    JobOutcome outcome =
        new JobOutcome(
            failure.exitCode() == ExitCode.BUDGET ? "stopped_at_budget" : "failed",
            Map.of(),
            false,
            null);
    Failure error = new Failure(failure.code(), failure.getMessage(), failure.remedy());
    return of(job, runId, outcome, failure.exitCode(), totals, wallMs, error);
  }

  @SuppressWarnings("checkstyle:ParameterNumber")
  private static JobReport of(
      String job,
      String runId,
      JobOutcome outcome,
      ExitCode exitCode,
      Totals totals,
      long wallMs,
      Failure error) {
    return new JobReport(
        job,
        runId,
        outcome.status(),
        exitCode.value(),
        outcome.counts(),
        new Calls(totals.made(), totals.reused(), totals.failed(), totals.maybeBilled()),
        new Tokens(totals.inputTokens(), totals.outputTokens(), totals.cachedInputTokens()),
        totals.costUsd().stripTrailingZeros(),
        wallMs,
        outcome.report(),
        error);
  }
}
