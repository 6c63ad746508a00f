package io.quaestor.outside;

import static org.apache.spark.sql.functions.expr;

import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.conf.ConfHome;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Audit;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Verdicts of others, people included, as audits.
 *
 * <p>Reads files and {@code questions}; appends to {@code audits}, one per question, auditor and
 * time, on the question's content as it is now. Never changes a question. Ids come from what an
 * audit says: the same files again change nothing.
 */
public final class ImportAudits {
  private static final String PROBLEMS =
      """
      concat(
        problems,
        if(questionId IS NOT NULL AND contentSha256 IS NULL,
           array(named_struct('field', 'question_id', 'reason', 'unknown_question',
                              'value', questionId)), array()),
        if(usable AND size(problems) = 0 AND oneModel AND NOT oneVerdict,
           array(named_struct('field', 'passed', 'reason', 'contradicting_verdicts',
                              'value', CAST(passed AS STRING))), array()),
        if(usable AND size(problems) = 0 AND NOT oneModel,
           array(named_struct('field', 'model', 'reason', 'several_models',
                              'value', model)), array()))""";

  private final Lake lake;
  private final ConfHome home;
  private final Clock clock;
  private List<String> rejects = List.of();

  public ImportAudits(Lake lake, ConfHome home, Clock clock) {
    this.lake = lake;
    this.home = home;
    this.clock = clock;
  }

  /**
   * Imports the files.
   *
   * @param soft criteria that do not gate, of auditors that are not configured
   * @param runId the job run, as the audits name it
   * @return {@code partial} when a row was kept out
   * @throws JobException with exit code 2 when a file cannot be read or lacks a column
   */
  public JobOutcome execute(ImportOptions options, List<String> soft, String runId) {
    lake.spark().sparkContext().setJobDescription("import audits");
    List<OutsideFile> files =
        OutsideFile.find(
            options.paths(), options.format(), lake.spark().sparkContext().hadoopConfiguration());
    Dataset<Row> rows = lake.settled(checked(known(read(files))));
    ToAudit toAudit = new ToAudit(SoftCriteria.of(home, soft), runId, clock.instant());
    Dataset<Audit> audits = lake.settled(grouped(rows).map(toAudit, RecordEncoder.of(Audit.class)));
    Map<String, Long> counts = counts(rows, audits);
    long added = lake.insertNew(Tables.AUDITS, audits);
    counts.put("new", added);
    rejects = report(rows, files, options.rejects());
    return new JobOutcome(
        counts.get("rejected") > 0 ? JobOutcome.PARTIAL : JobOutcome.COMPLETE,
        counts,
        added > 0,
        null);
  }

  /** The first twenty reasons why rows were kept out, with where they stand. */
  public List<String> rejects() {
    return rejects;
  }

  private Dataset<ParsedVerdict> read(List<OutsideFile> files) {
    return new OutsideRows(lake.spark(), ParsedVerdict.KNOWN, ParsedVerdict.REQUIRED)
        .of(files)
        .map(new ParseVerdict(), RecordEncoder.of(ParsedVerdict.class));
  }

  private Dataset<Row> known(Dataset<ParsedVerdict> verdicts) {
    Dataset<Row> questions = lake.read(Tables.QUESTIONS).selectExpr("questionId", "contentSha256");
    return verdicts
        .toDF()
        .join(questions, new String[] {"questionId"}, "left_outer")
        .withColumn("usable", expr("contentSha256 IS NOT NULL AND auditor IS NOT NULL"));
  }

  /** Adds what only several rows together tell. */
  private static Dataset<Row> checked(Dataset<Row> rows) {
    String audit = "PARTITION BY questionId, auditor, auditedAt";
    String verdict = "if(size(problems) = 0, struct(passed), NULL)";
    return rows.selectExpr(
            "*",
            over("min(model)", audit) + " <=> " + over("max(model)", audit) + " AS oneModel",
            over("min(%s)".formatted(verdict), audit + ", criterion")
                + " <=> "
                + over("max(%s)".formatted(verdict), audit + ", criterion")
                + " AS oneVerdict",
            "row_number() OVER (%s, criterion ORDER BY size(problems), file, number) AS turn"
                .formatted(audit))
        .withColumn("problems", expr(PROBLEMS));
  }

  private static String over(String aggregate, String window) {
    return "%s OVER (%s)".formatted(aggregate, window);
  }

  /** An audit needs a sound row; the others of its rows leave their criteria open. */
  private static Dataset<GroupedAudit> grouped(Dataset<Row> rows) {
    return rows.where("usable AND criterion IS NOT NULL")
        .groupBy("questionId", "contentSha256", "auditor", "auditedAt")
        .agg(
            expr("max(model) FILTER (WHERE size(problems) = 0) AS model"),
            expr(
                """
                sort_array(collect_list(struct(
                  file, number, criterion, if(size(problems) = 0, passed, NULL) AS passed, soft,
                  if(size(problems) = 0, severity, NULL) AS severity,
                  if(size(problems) = 0, notes, NULL) AS notes))) AS verdicts"""),
            expr("count_if(size(problems) = 0) AS sound"))
        .where("sound > 0")
        .drop("sound")
        .as(RecordEncoder.of(GroupedAudit.class));
  }

  /** Every row is used, said twice or kept out, and every audit has one outcome. */
  private static Map<String, Long> counts(Dataset<Row> rows, Dataset<Audit> audits) {
    Row of =
        rows.selectExpr(
                "count(*)",
                "count_if(size(problems) = 0 AND turn = 1)",
                "count_if(size(problems) = 0 AND turn > 1)",
                "count_if(size(problems) > 0)")
            .head();
    Row ends =
        audits
            .selectExpr(
                "count(*)",
                "count_if(outcome = 'pass')",
                "count_if(outcome = 'fail')",
                "count_if(outcome = 'unscored')")
            .head();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("rows", of.getLong(0));
    counts.put("verdicts", of.getLong(1));
    counts.put("repeated", of.getLong(2));
    counts.put("rejected", of.getLong(3));
    counts.put("audits", ends.getLong(0));
    counts.put("pass", ends.getLong(1));
    counts.put("fail", ends.getLong(2));
    counts.put("unscored", ends.getLong(3));
    if (of.getLong(0) != of.getLong(1) + of.getLong(2) + of.getLong(3)
        || ends.getLong(0) != ends.getLong(1) + ends.getLong(2) + ends.getLong(3)) {
      throw new IllegalStateException("The import does not add up: " + counts);
    }
    return counts;
  }

  private List<String> report(Dataset<Row> rows, List<OutsideFile> files, String file) {
    Rejects kept =
        Rejects.of(rows.where("size(problems) > 0").withColumnRenamed("questionId", "id"), files);
    if (file != null) {
      kept.write(file, lake.spark().sparkContext().hadoopConfiguration());
    }
    return kept.first();
  }
}
