package io.quaestor.app;

import io.quaestor.conf.ConfHome;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.tables.JobRun;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Adds a job to the table {@code job_runs}. */
record JobRuns(Lake lake, ConfHome home, Provenance code, Clock clock) {

  void append(JobReport report, List<String> arguments, Instant started) {
    JobRun row =
        new JobRun(
            report.runId(),
            report.job(),
            arguments,
            report.status(),
            report.exitCode(),
            report.counts(),
            report.calls().made(),
            report.calls().reused(),
            report.calls().failed(),
            report.calls().maybeBilled(),
            report.tokens().input(),
            report.tokens().output(),
            report.tokens().cachedInput(),
            report.costUsd(),
            report.wallMs(),
            report.report(),
            report.error() == null ? null : report.error().code(),
            report.error() == null ? null : report.error().message(),
            home.sha256(),
            home.versions(),
            code.version(),
            code.commit(),
            code.dirty(),
            lake.spark().sparkContext().applicationId(),
            System.getProperty("user.name"),
            started,
            clock.instant());
    lake.append(
        Tables.JOB_RUNS,
        lake.spark().createDataset(List.of(row), RecordEncoder.of(JobRun.class)),
        "job:" + report.runId(),
        1);
  }
}
