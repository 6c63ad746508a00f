package io.quaestor.audit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.audit.Judging.Judged;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Audit;
import io.quaestor.tables.Question;
import java.io.Serializable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One auditor over the questions in scope.
 *
 * <p>Reads {@code questions} and {@code chunks}; appends to {@code audits}; then, unless it only
 * records, sets the status of each scored question from its audit. A killed job is run again: the
 * verdicts are in the ledger, and what was not applied is applied.
 */
public final class AuditJob {
  /** The auditor that judges when none is named. */
  public static final String DEFAULT = "mistral";

  private final JobContext context;
  private final AuditOptions options;
  private final Judging auditor;

  /**
   * @param runId the job run, as the audits name it
   * @throws io.quaestor.JobException when there is no such auditor
   */
  public AuditJob(JobContext context, AuditOptions options, String runId) {
    this.context = context;
    this.options = options;
    this.auditor = new Judging(context, options.auditor(), runId, options.recordOnly());
  }

  public JobOutcome execute() {
    Dataset<Question> questions = context.lake().settled(withPassage());
    Dataset<Judged> judged = context.lake().settled(auditor.judged(questions));
    Dataset<Audit> audits = judged.select("audit.*").as(RecordEncoder.of(Audit.class));
    Map<String, Long> counts = counts(questions.count(), audits);
    leftOut(counts.get("without_passage"));
    boolean changed = context.lake().insertNew(Tables.AUDITS, audits) > 0;
    if (!options.recordOnly()) {
      changed |= apply(judged);
    }
    context.progress().at("Audited", counts.get("asked"), counts.get("asked"));
    String status = counts.get("unscored") > 0 ? JobOutcome.PARTIAL : JobOutcome.COMPLETE;
    return new JobOutcome(status, counts, changed, null);
  }

  /** Questions in scope; those of others may have no passage to be judged by. */
  private Dataset<Question> withPassage() {
    Dataset<Row> chunks = context.lake().rows(Tables.CHUNKS).selectExpr("chunk_id AS chunkId");
    return context
        .lake()
        .read(Tables.QUESTIONS)
        .filter(scope())
        .toDF()
        .join(chunks, new String[] {"chunkId"}, "left_semi")
        .as(RecordEncoder.of(Question.class));
  }

  private Column scope() {
    Column scope = lit(true);
    if (!options.all()) {
      scope = scope.and(col("qualityStatus").equalTo("pending"));
    }
    if (options.batchId() != null) {
      scope = scope.and(col("batchId").equalTo(options.batchId()));
    }
    return options.unit() == null ? scope : scope.and(col("unitId").equalTo(options.unit()));
  }

  /** Applies what is scored; whether there was anything to apply. */
  private boolean apply(Dataset<Judged> judged) {
    Dataset<Row> verdicts =
        context
            .lake()
            .tableRows(
                judged
                    .filter(col("audit.outcome").notEqual("unscored"))
                    .map(
                        new ToVerdict(new HashSet<>(auditor.conf().remediates())),
                        RecordEncoder.of(Verdict.class)),
                Verdict.class);
    verdicts = context.lake().settled(verdicts);
    if (verdicts.isEmpty()) {
      return false;
    }
    context
        .lake()
        .update(
            Tables.QUESTIONS,
            verdicts,
            List.of(
                "quality_status",
                "difficulty",
                "acceptable_variations",
                "audit_metadata",
                "updated_at"),
            "old.content_sha256 = new.content_sha256"
                + (options.all() ? "" : " AND old.quality_status = 'pending'"));
    return true;
  }

  private void leftOut(long questions) {
    if (questions > 0) {
      context
          .progress()
          .note(
              ("%,d questions are not judged: their chunk_id names no chunk of the corpus, and an"
                      + " auditor judges by the passage; import them with a chunk_id of chunks")
                  .formatted(questions));
    }
  }

  /** Every question asked about ends in exactly one of pass, fail and unscored. */
  private Map<String, Long> counts(long asked, Dataset<Audit> audits) {
    long inScope = context.lake().read(Tables.QUESTIONS).filter(scope()).count();
    Row ends =
        audits
            .selectExpr(
                "count_if(outcome = 'pass')",
                "count_if(outcome = 'fail')",
                "count_if(outcome = 'unscored')")
            .head();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("asked", asked);
    counts.put("pass", ends.getLong(0));
    counts.put("fail", ends.getLong(1));
    counts.put("unscored", ends.getLong(2));
    counts.put("without_passage", inScope - asked);
    if (asked != ends.getLong(0) + ends.getLong(1) + ends.getLong(2)) {
      throw new IllegalStateException("The audit does not add up: " + counts);
    }
    return counts;
  }

  private record ToVerdict(HashSet<String> remediates)
      implements MapFunction<Judged, Verdict>, Serializable {
    @Override
    public Verdict call(Judged judged) {
      return Verdict.of(judged.question(), judged.audit(), remediates);
    }
  }
}
