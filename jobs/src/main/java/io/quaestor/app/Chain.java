package io.quaestor.app;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.agree.Agree;
import io.quaestor.agree.AgreeOptions;
import io.quaestor.audit.AuditJob;
import io.quaestor.audit.AuditOptions;
import io.quaestor.generate.GenerateJob;
import io.quaestor.generate.GenerateOptions;
import io.quaestor.generate.VariantsJob;
import io.quaestor.generate.plan.PlanSummary;
import io.quaestor.generate.variants.VariantsOptions;
import io.quaestor.lake.Tables;
import io.quaestor.report.Report;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.functions;

/**
 * The whole main path, stage after stage; they meet in tables.
 *
 * <pre>
 * ingest    files                           -> documents, chunks, learning_resources, units
 *           documents, questions            -> reviews, questions (stale)
 * generate  units, chunks                   -> plans, questions (pending), rejections, batches,
 *                                              judgements, facts, candidates, generation_runs
 * variants  questions, chunks               -> the same
 * audit     questions, chunks               -> audits, questions (active | flagged)
 * audit     questions, chunks               -> audits (other auditors, recorded only)
 * agree     audits, questions               -> auditor_agreement, blind_spots,
 *                                              auditor_panels, unscored_rates,
 *                                              criterion_fail_rates, family_fail_rates
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
   * @param generate runs, one after the other; at least one
   * @param variants how many to make of the first run's first active question, 0 for none
   * @param auditor sets the status of questions
   * @param opinions of others, for the comparison
   * @param report file to write, null for none
   */
  public record Plan(
      List<String> paths,
      List<GenerateOptions> generate,
      int variants,
      String auditor,
      List<Opinion> opinions,
      String report) {

    /**
     * One run, audited.
     *
     * @param second only records, null for nobody
     */
    public static Plan of(
        List<String> paths,
        GenerateOptions generate,
        String auditor,
        String second,
        String report) {
      List<Opinion> opinions = second == null ? List.of() : List.of(new Opinion(second, null));
      return new Plan(paths, List.of(generate), 0, auditor, opinions, report);
    }
  }

  /**
   * Verdicts of an auditor that are only recorded.
   *
   * @param unit whose questions it judges, null for all
   */
  public record Opinion(String auditor, String unit) {}

  /** Ingests, then shows what the rest would send and cost. */
  public JobOutcome dryRun(Plan plan, Consumer<String> line) {
    JobOutcome outcome = ingest(plan);
    for (GenerateOptions options : plan.generate()) {
      GenerateJob generate = new GenerateJob(context, options, clock);
      PlanSummary summary =
          PlanSummary.of(generate.plan(), generate.costs(), context.home().conf());
      summary.lines().forEach(line);
      outcome = outcome.then(JobOutcome.complete(summary.counts(), false));
    }
    return outcome;
  }

  public JobOutcome execute(Plan plan) {
    JobOutcome ingested = ingest(plan);
    Map<String, JobOutcome> runs = generate(plan);
    JobOutcome outcome = ingested;
    for (JobOutcome generated : runs.values()) {
      outcome = outcome.then(generated);
    }
    outcome = outcome.then(audit(plan));
    for (String parent : parents(plan, runs)) {
      outcome = outcome.then(variants(parent, plan, runs)).then(audit(plan));
    }
    for (Opinion opinion : plan.opinions()) {
      outcome =
          outcome.then(
              audit(new AuditOptions(opinion.auditor(), true, null, opinion.unit(), true)));
    }
    if (!plan.opinions().isEmpty()) {
      outcome = outcome.then(agree(plan));
    }
    context.ledger().write();
    String report =
        plan.report() == null ? null : new Report(context.lake(), clock).execute(plan.report());
    return new JobOutcome(outcome.status(), counts(ingested, runs), outcome.changed(), report);
  }

  /** Outcomes by run. */
  private Map<String, JobOutcome> generate(Plan plan) {
    Map<String, JobOutcome> runs = new LinkedHashMap<>();
    for (GenerateOptions options : plan.generate()) {
      GenerateJob run = new GenerateJob(context, options, clock);
      runs.put(run.runId(), run.execute());
    }
    return runs;
  }

  private JobOutcome variants(String parent, Plan plan, Map<String, JobOutcome> runs) {
    VariantsOptions options =
        new VariantsOptions(
            parent, plan.variants(), null, null, null, System.getProperty("user.name"), 1);
    VariantsJob run = new VariantsJob(context, options, clock);
    JobOutcome made = run.execute();
    runs.put(run.runId(), made);
    return made;
  }

  /** The question to make variants of, if there is one and they are wanted. */
  private List<String> parents(Plan plan, Map<String, JobOutcome> runs) {
    if (plan.variants() == 0) {
      return List.of();
    }
    return context
        .lake()
        .read(Tables.QUESTIONS)
        .filter(functions.col("runId").equalTo(runs.keySet().iterator().next()))
        .filter("qualityStatus = 'active'")
        .orderBy("batchId", "slot")
        .select("questionId")
        .as(Encoders.STRING())
        .takeAsList(1);
  }

  private JobOutcome agree(Plan plan) {
    List<String> auditors =
        Stream.concat(Stream.of(plan.auditor()), plan.opinions().stream().map(Opinion::auditor))
            .toList();
    return new Agree(context.lake(), context.home().conf(), clock)
        .execute(new AgreeOptions(auditors, "gate"));
  }

  private JobOutcome ingest(Plan plan) {
    return new Ingesting(context, clock).execute(plan.paths(), null);
  }

  private JobOutcome audit(Plan plan) {
    return audit(new AuditOptions(plan.auditor(), false, null, null, false));
  }

  private JobOutcome audit(AuditOptions options) {
    return new AuditJob(context, options, runId).execute();
  }

  /** {@code asked = pending + active + flagged + rejected + failed}, or the job fails. */
  private Map<String, Long> counts(JobOutcome ingested, Map<String, JobOutcome> runs) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("documents", ingested.counts().get("files"));
    List.of("asked", "pending", "active", "flagged", "rejected", "failed")
        .forEach(end -> counts.put(end, 0L));
    for (JobOutcome run : runs.values()) {
      List.of("asked", "rejected", "failed")
          .forEach(end -> counts.merge(end, run.counts().get(end), Long::sum));
    }
    context
        .lake()
        .read(Tables.QUESTIONS)
        .filter(functions.col("runId").isInCollection(runs.keySet()))
        .groupBy("qualityStatus")
        .count()
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    long ends =
        Stream.of("pending", "active", "flagged", "rejected", "failed")
            .mapToLong(counts::get)
            .sum();
    if (ends != counts.get("asked")) {
      throw new IllegalStateException("The run does not add up: " + counts);
    }
    return counts;
  }
}
