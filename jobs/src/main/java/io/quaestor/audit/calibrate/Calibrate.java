package io.quaestor.audit.calibrate;

import static org.apache.spark.sql.functions.col;

import io.quaestor.JobContext;
import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.audit.Judging;
import io.quaestor.conf.AuditorConf;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.lake.UnitName;
import io.quaestor.tables.AuditorAccuracy;
import io.quaestor.tables.CalibrationAudit;
import io.quaestor.tables.CalibrationItem;
import io.quaestor.tables.Question;
import io.quaestor.udfs.planting.Planted;
import io.quaestor.udfs.text.Hashes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * How well auditors see: has them judge questions that are believed good, half of them with a known
 * defect that code planted, and counts what they find.
 *
 * <p>Reads {@code questions} and {@code chunks}; writes {@code calibration_items}, {@code
 * calibration_audits} and {@code auditor_accuracy}, nothing else. An auditor is asked what an audit
 * would ask it, so what it has said of an untouched question before is not asked again. The same
 * calibration again makes no call and changes nothing.
 */
public final class Calibrate {
  private final JobContext context;
  private final Lake lake;
  private final CalibrateOptions options;
  private final Clock clock;
  private final Map<String, Judging> auditors = new LinkedHashMap<>();
  private List<AuditorAccuracy> findings = List.of();

  /**
   * @param runId the job run, as the verdicts name it
   * @throws JobException with exit code 2 when there is no such auditor or unit
   */
  public Calibrate(JobContext context, CalibrateOptions options, Clock clock, String runId) {
    this.context = context;
    this.lake = context.lake();
    this.options = options;
    this.clock = clock;
    options.auditors().forEach(name -> auditors.put(name, new Judging(context, name, runId, true)));
    UnitName.require(lake, options.unit());
  }

  /**
   * What would be asked, and for about how much; nothing is.
   *
   * @throws JobException with exit code 2 when there is nothing to calibrate with
   */
  public CalibrationPlan plan() {
    Dataset<CalibrationItem> items = lake.settled(items());
    return new Estimating(context, clock).plan(counts(items), questions(items), auditors);
  }

  /**
   * Plants, asks and counts.
   *
   * @return {@code partial} when a verdict is missing
   * @throws JobException with exit code 2 when there is nothing to calibrate with; with exit code 1
   *     when the counts do not add up to the items
   */
  public JobOutcome execute() {
    lake.spark().sparkContext().setJobDescription("calibrate: plant defects");
    Dataset<CalibrationItem> items = lake.settled(items());
    Map<String, Long> counts = counts(items);
    Dataset<CalibrationAudit> audits = lake.settled(audits(items));
    Votes votes = Votes.of(items, audits, criteria());
    Map<String, Long> outcomes = votes.outcomes();
    List<Tally> tallies = votes.tallies();
    new Conservation(counts, criteria()).check(outcomes, tallies);
    String id = items.first().calibrationId();
    findings =
        rows(
            new Accuracy(
                id, tallies, new Latent(votes.patterns()), votes.models(), clock.instant()));
    boolean changed = write(id, items, audits);
    long unscored = 0;
    for (String auditor : options.auditors()) {
      long here = outcomes.getOrDefault(auditor + " unscored", 0L);
      counts.put("scored_by_" + auditor, counts.get("items") - here);
      counts.put("unscored_by_" + auditor, here);
      counts.put("let_through_by_" + auditor, letThrough(items, auditor));
      unscored += here;
    }
    String status = unscored > 0 ? JobOutcome.PARTIAL : JobOutcome.COMPLETE;
    return new JobOutcome(status, counts, changed, null);
  }

  /** What the calibration found, in the order of auditors and their criteria; none before. */
  public List<AuditorAccuracy> findings() {
    return findings;
  }

  private Dataset<CalibrationItem> items() {
    long seed = options.seed();
    Dataset<Drawn> drawn = new Draw(lake, options).questions();
    Row digest =
        drawn
            .map((MapFunction<Drawn, String>) item -> item.key(seed), Encoders.STRING())
            .selectExpr("count(*)", "bit_xor(xxhash64(value))")
            .head();
    List<String> parts = new ArrayList<>(List.of(digest.toString(), String.valueOf(seed)));
    auditors.forEach(
        (name, auditor) ->
            parts.addAll(List.of(name, auditor.promptVersion(), auditor.conf().model())));
    String id = Hashes.id("cal", parts.toArray(String[]::new));
    return drawn.map(
        new Drawn.ToItem(id, seed, clock.instant()), RecordEncoder.of(CalibrationItem.class));
  }

  private static Dataset<Question> questions(Dataset<CalibrationItem> items) {
    return items.select("question.*").as(RecordEncoder.of(Question.class));
  }

  private Dataset<CalibrationAudit> audits(Dataset<CalibrationItem> items) {
    Dataset<Question> questions = lake.settled(questions(items));
    String id = items.first().calibrationId();
    return auditors.values().stream()
        .map(
            auditor ->
                lake.settled(
                    auditor
                        .judged(questions)
                        .map(new ToAudit(id), RecordEncoder.of(CalibrationAudit.class))))
        .reduce(Dataset::union)
        .orElseThrow();
  }

  /** By auditor: its gate, and what else a defect can break. Other soft signals tell nothing. */
  private Map<String, List<String>> criteria() {
    Map<String, List<String>> criteria = new LinkedHashMap<>();
    auditors.forEach((name, auditor) -> criteria.put(name, criteria(auditor.conf())));
    return criteria;
  }

  private static List<String> criteria(AuditorConf conf) {
    return Stream.concat(
            conf.gate().keySet().stream(),
            conf.soft().keySet().stream().filter(Planted.CRITERIA::contains))
        .distinct()
        .toList();
  }

  private List<AuditorAccuracy> rows(Accuracy accuracy) {
    return criteria().entrySet().stream()
        .flatMap(
            each -> each.getValue().stream().flatMap(c -> accuracy.rows(each.getKey(), c).stream()))
        .toList();
  }

  /** Items, untouched ones, and those with each kind of defect. */
  private Map<String, Long> counts(Dataset<CalibrationItem> items) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("wanted", (long) options.size());
    counts.put("items", 0L);
    counts.put("untouched", 0L);
    for (Row row : items.groupBy("defect").count().orderBy("defect").collectAsList()) {
      counts.put(row.isNullAt(0) ? "untouched" : "with_" + row.getString(0), row.getLong(1));
      counts.merge("items", row.getLong(1), Long::sum);
    }
    if (counts.get("items") < options.size()) {
      context
          .progress()
          .note(
              "%,d questions were wanted, %,d are there to calibrate with: all are used"
                  .formatted(options.size(), counts.get("items")));
    }
    return counts;
  }

  /** Untouched items whose question is active because this very auditor passed it. */
  private static long letThrough(Dataset<CalibrationItem> items, String auditor) {
    return items
        .filter(
            col("defect")
                .isNull()
                .and(col("question.qualityStatus").equalTo("active"))
                .and(col("question.auditMetadata.auditor").equalTo(auditor)))
        .count();
  }

  /** {@code auditor_accuracy} is written last, so that it stands for all tables. */
  private boolean write(
      String id, Dataset<CalibrationItem> items, Dataset<CalibrationAudit> audits) {
    boolean changed = lake.insertNew(Tables.CALIBRATION_ITEMS, items) > 0;
    changed |= lake.renew(Tables.CALIBRATION_AUDITS, audits, col("calibration_id").equalTo(id));
    boolean written =
        !lake.rows(Tables.AUDITOR_ACCURACY).filter(col("calibration_id").equalTo(id)).isEmpty();
    if (changed || !written) {
      Dataset<AuditorAccuracy> rows =
          lake.spark().createDataset(findings, RecordEncoder.of(AuditorAccuracy.class));
      lake.replace(Tables.AUDITOR_ACCURACY, rows, Tables.AUDITOR_ACCURACY.key(), id);
      return true;
    }
    return false;
  }
}
