package io.quaestor.app;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.agree.Agree;
import io.quaestor.agree.AgreeOptions;
import io.quaestor.audit.AuditJob;
import io.quaestor.audit.AuditOptions;
import io.quaestor.corpus.Ingest;
import io.quaestor.generate.GenerateJob;
import io.quaestor.generate.GenerateOptions;
import io.quaestor.generate.plan.PlanSummary;
import io.quaestor.report.Report;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.functions;

/**
 * The whole main path, stage after stage; they meet in tables.
 *
 * <pre>
 * ingest    files                           -> documents, chunks, learning_resources, units
 * generate  units, chunks                   -> plans, questions (pending), rejections, batches,
 *                                              generation_runs
 * audit     questions, chunks               -> audits, questions (active | flagged)
 * audit     questions, chunks               -> audits (second auditor, recorded only)
 * agree     audits, questions               -> auditor_agreement, blind_spots
 * report    all tables                      -> one HTML page
 * every ask                                 -> llm_calls
 * every job                                 -> job_runs
 * </pre>
 */
public final class Chain {
  private final JobContext context;
  private final Clock clock;
  private final String runId;

  public Chain(JobContext context, Clock clock, String runId) {
    this.context = context;
    this.clock = clock;
    this.runId = runId;
  }

  /**
   * What to chain.
   *
   * @param auditor sets the status of questions
   * @param second only records, for the comparison; null for none
   * @param report file to write, null for none
   */
  public record Plan(
      List<String> paths, GenerateOptions generate, String auditor, String second, String report) {}

  /** Ingests, then shows what the rest would send and cost. */
  public JobOutcome dryRun(Plan plan, Consumer<String> line) {
    JobOutcome ingested = ingest(plan);
    PlanSummary summary =
        PlanSummary.of(
            context.lake(),
            new GenerateJob(context, plan.generate(), clock).plan(),
            context.home().conf());
    summary.lines().forEach(line);
    return ingested.then(JobOutcome.complete(summary.counts(), false));
  }

  public JobOutcome execute(Plan plan) {
    JobOutcome ingested = ingest(plan);
    GenerateJob pipeline = new GenerateJob(context, plan.generate(), clock);
    JobOutcome generated = pipeline.execute();
    JobOutcome audited = audit(plan.auditor(), false);
    boolean changed = ingested.changed() || generated.changed() || audited.changed();
    String status = generated.then(audited).status();
    if (plan.second() != null) {
      JobOutcome recorded = audit(plan.second(), true);
      JobOutcome agreed =
          new Agree(context.lake(), clock)
              .execute(new AgreeOptions(List.of(plan.auditor(), plan.second()), "gate"));
      changed |= recorded.changed() || agreed.changed();
      status = JobOutcome.COMPLETE.equals(status) ? recorded.status() : status;
    }
    String report =
        plan.report() == null ? null : new Report(context.lake(), clock).execute(plan.report());
    return new JobOutcome(status, counts(ingested, generated, pipeline.runId()), changed, report);
  }

  private JobOutcome ingest(Plan plan) {
    return new Ingest(context.lake(), context.home().conf().corpus(), clock).execute(plan.paths());
  }

  private JobOutcome audit(String auditor, boolean recordOnly) {
    return new AuditJob(
            context, new AuditOptions(auditor, recordOnly, null, null, recordOnly), runId)
        .execute();
  }

  /** {@code asked = pending + active + flagged + rejected + failed}, or the job fails. */
  private Map<String, Long> counts(JobOutcome ingested, JobOutcome generated, String generation) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("documents", ingested.counts().get("files"));
    counts.put("asked", generated.counts().get("asked"));
    List.of("pending", "active", "flagged").forEach(status -> counts.put(status, 0L));
    context
        .lake()
        .read(io.quaestor.lake.Tables.QUESTIONS)
        .filter(functions.col("runId").equalTo(generation))
        .groupBy("qualityStatus")
        .count()
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    counts.put("rejected", generated.counts().get("rejected"));
    counts.put("failed", generated.counts().get("failed"));
    long ends =
        counts.get("pending")
            + counts.get("active")
            + counts.get("flagged")
            + counts.get("rejected")
            + counts.get("failed");
    if (ends != counts.get("asked")) {
      throw new IllegalStateException("The run does not add up: " + counts);
    }
    return counts;
  }
}
