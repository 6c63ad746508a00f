package io.quaestor.audit.calibrate;

import static org.apache.spark.sql.functions.col;

import io.quaestor.JobContext;
import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.lake.UnitName;
import io.quaestor.tables.AuditorAccuracy;
import io.quaestor.tables.CalibrationAudit;
import io.quaestor.tables.CalibrationItem;
import io.quaestor.udfs.text.Hashes;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final Panel panel;
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
    this.panel = new Panel(context, options.auditors(), runId);
    UnitName.require(lake, options.unit());
  }

  /**
   * What would be asked, and for about how much; nothing is.
   *
   * @throws JobException with exit code 2 when there is nothing to calibrate with
   */
  public CalibrationPlan plan() {
    Items items = items();
    return new Estimating(context, clock).plan(counts(items), items, panel);
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
    Items items = items();
    Map<String, Long> counts = counts(items);
    Dataset<CalibrationAudit> audits = lake.settled(panel.judge(items));
    Votes votes = Votes.of(items, audits, panel.criteria());
    votes.requireAll(counts, panel.criteria());
    findings = new Accuracy(items.id(), votes, clock.instant()).rows(panel.criteria());
    boolean changed = write(items, audits);
    return new JobOutcome(status(votes, counts), counts, changed, null);
  }

  /** What the calibration found, in the order of auditors and their criteria; none before. */
  public List<AuditorAccuracy> findings() {
    return findings;
  }

  /** The calibration's id changes with what is judged and with who judges. */
  private Items items() {
    long seed = options.seed();
    Dataset<Drawn> drawn = new Draw(lake, options).questions();
    Row digest =
        drawn
            .map((MapFunction<Drawn, String>) item -> item.key(seed), Encoders.STRING())
            .selectExpr("count(*)", "bit_xor(xxhash64(value))")
            .head();
    String id = Hashes.id("cal", digest.toString(), panel.version());
    Drawn.ToItem toItem = new Drawn.ToItem(id, seed, clock.instant());
    return new Items(id, lake.settled(drawn.map(toItem, RecordEncoder.of(CalibrationItem.class))));
  }

  private Map<String, Long> counts(Items items) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("wanted", (long) options.size());
    counts.putAll(items.counts(options.auditors()));
    if (counts.get(Items.ALL) < options.size()) {
      context
          .progress()
          .note(
              "%,d questions were wanted, %,d are there to calibrate with: all are used"
                  .formatted(options.size(), counts.get(Items.ALL)));
    }
    return counts;
  }

  /** Adds who scored how many. */
  private String status(Votes votes, Map<String, Long> counts) {
    long unscored = 0;
    for (String auditor : options.auditors()) {
      Ending ending = votes.endings().get(auditor);
      counts.put("scored_by_" + auditor, ending.scored());
      counts.put("unscored_by_" + auditor, ending.unscored());
      unscored += ending.unscored();
    }
    return unscored > 0 ? JobOutcome.PARTIAL : JobOutcome.COMPLETE;
  }

  /** {@code auditor_accuracy} is written last, so that it stands for all tables. */
  private boolean write(Items items, Dataset<CalibrationAudit> audits) {
    boolean changed = lake.insertNew(Tables.CALIBRATION_ITEMS, items.rows()) > 0;
    changed |=
        lake.renew(Tables.CALIBRATION_AUDITS, audits, col("calibration_id").equalTo(items.id()));
    String key = Tables.AUDITOR_ACCURACY.key();
    if (changed
        || lake.rows(Tables.AUDITOR_ACCURACY).filter(col(key).equalTo(items.id())).isEmpty()) {
      Dataset<AuditorAccuracy> rows =
          lake.spark().createDataset(findings, RecordEncoder.of(AuditorAccuracy.class));
      lake.replace(Tables.AUDITOR_ACCURACY, rows, key, items.id());
      return true;
    }
    return false;
  }
}
