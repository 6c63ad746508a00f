package io.quaestor.audit.calibrate;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobContext;
import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.TestSession;
import io.quaestor.audit.Judging;
import io.quaestor.audit.calibrate.Bench.Eye;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Table;
import io.quaestor.lake.Tables;
import io.quaestor.sim.MadeCorpus;
import io.quaestor.tables.AuditorAccuracy;
import io.quaestor.tables.CalibrationItem;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.Question;
import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.Wilson;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three auditors whose eyes are known, over questions that a program made: 1,500 here, as many as
 * {@code -Dquaestor.calibrated=20000} says.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TestCalibrate {
  private static final int SIZE = Integer.getInteger("quaestor.calibrated", 1_500);
  private static final int FULL = 20_000;

  /** Points that Dawid-Skene's estimates may lie off at full size; more of fewer items. */
  private static final double LATENT_POINTS = 2;

  private static final double UNLIKELY = 0.001;
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
  private static final Map<String, Eye> EYES =
      new TreeMap<>(
          Map.of(
              "anna",
              new Eye(
                  "auditor",
                  List.of(0.92, 0.90, 0.94, 0.88, 0.95),
                  List.of(0.985, 0.97, 0.98, 0.96, 0.99)),
              "bert",
              new Eye(
                  "strong",
                  List.of(0.95, 0.85, 0.90, 0.93, 0.90),
                  List.of(0.99, 0.98, 0.95, 0.985, 0.975)),
              "carl",
              new Eye(
                  "cheap",
                  List.of(0.85, 0.88, 0.87, 0.90, 0.92),
                  List.of(0.95, 0.96, 0.97, 0.94, 0.98))));

  private Lake lake;
  private Bench bench;
  private Calibrate job;
  private JobOutcome outcome;

  @BeforeAll
  void calibrate(@TempDir Path folder) {
    lake =
        Lake.open(
            SIZE < FULL ? TestSession.small() : TestSession.spark(),
            folder.resolve("w").toString());
    MadeCorpus made = new MadeCorpus(SIZE + SIZE / 10);
    lake.add(
        Tables.CHUNKS, lake.spark().createDataset(made.chunks(), RecordEncoder.of(Chunk.class)));
    lake.add(
        Tables.QUESTIONS,
        lake.spark().createDataset(made.questions(), RecordEncoder.of(Question.class)));
    bench = new Bench(folder, EYES);
    outcome = run("first");
  }

  @AfterAll
  void stop() {
    bench.close();
  }

  @Test
  void halfOfTheItemsHaveADefectAndEveryKindItsShare() {
    Map<String, Long> counts = outcome.counts();
    assertEquals("complete", outcome.status());
    assertEquals(SIZE, counts.get("items"));
    assertEquals(SIZE - SIZE / 2, counts.get("untouched"));
    List<Long> kinds =
        counts.entrySet().stream()
            .filter(count -> count.getKey().startsWith("with_"))
            .map(Map.Entry::getValue)
            .toList();
    assertEquals(6, kinds.size(), counts::toString);
    kinds.forEach(kind -> assertTrue(kind >= SIZE / 2 / 6, counts::toString));
    EYES.keySet().forEach(name -> assertEquals(SIZE, counts.get("scored_by_" + name)));
  }

  @Test
  void everyConfiguredRateLiesInItsIntervalSaveForWhatChanceAllows() {
    List<String> off = new ArrayList<>();
    int intervals = 0;
    for (AuditorAccuracy row : overall()) {
      Eye eye = EYES.get(row.auditor());
      int at = Bench.CRITERIA.indexOf(row.criterion());
      intervals += 2;
      off.addAll(
          outside(row, "sensitivity", row.caught(), row.planted(), eye.sensitivity().get(at)));
      off.addAll(
          outside(
              row,
              "specificity",
              row.clean() - row.falseAlarms(),
              row.clean(),
              eye.specificity().get(at)));
    }
    assertEquals(30, intervals);
    int allowed = allowed(intervals);
    assertTrue(off.size() <= allowed, "%d allowed: %s".formatted(allowed, off));
  }

  @Test
  void dawidAndSkeneFindTheSameWithoutTheTruth() {
    double points = LATENT_POINTS / 100 * Math.sqrt((double) FULL / Math.min(FULL, SIZE));
    for (AuditorAccuracy row : overall()) {
      Eye eye = EYES.get(row.auditor());
      int at = Bench.CRITERIA.indexOf(row.criterion());
      assertEquals(eye.sensitivity().get(at), row.latentSensitivity(), points, row::toString);
      assertEquals(eye.specificity().get(at), row.latentSpecificity(), points, row::toString);
    }
  }

  @Test
  void theRowsOfEachKindAddUpToThoseOfAllAndShareTheUntouchedItems() {
    for (AuditorAccuracy all : overall()) {
      List<AuditorAccuracy> kinds =
          job.findings().stream()
              .filter(row -> row.auditor().equals(all.auditor()))
              .filter(row -> row.criterion().equals(all.criterion()) && !row.defect().equals("all"))
              .toList();
      assertEquals(all.planted(), kinds.stream().mapToLong(AuditorAccuracy::planted).sum());
      assertEquals(all.caught(), kinds.stream().mapToLong(AuditorAccuracy::caught).sum());
      for (AuditorAccuracy kind : kinds) {
        assertEquals(all.falseAlarms(), kind.falseAlarms());
        assertEquals(all.specificityInterval(), kind.specificityInterval());
        assertNull(kind.latentSensitivity());
        assertEquals("all_kinds_only", kind.undefined().get("latent_sensitivity"));
      }
    }
  }

  @Test
  void nothingOfACalibrationIsServedOrCountedAsAnAudit() {
    assertEquals(-1, lake.version(Tables.AUDITS));
    assertEquals(0, lake.version(Tables.QUESTIONS) - 1);
    List<CalibrationItem> some = lake.read(Tables.CALIBRATION_ITEMS).limit(50).collectAsList();
    for (CalibrationItem item : some) {
      assertEquals(item.itemId(), item.question().questionId());
      assertFalse(item.itemId().equals(item.questionId()));
      assertEquals(item.defect() == null, item.criterion() == null);
    }
  }

  @Test
  void anAuditorIsAskedOfAnUntouchedQuestionWhatAnAuditWouldAsk() {
    Dataset<Row> items =
        lake.rows(Tables.CALIBRATION_ITEMS).where("defect IS NULL").orderBy("item_id").limit(20);
    Set<String> asked =
        Set.copyOf(
            lake.rows(Tables.CALIBRATION_AUDITS)
                .where("auditor = 'anna'")
                .join(items, "item_id")
                .select("ask_id")
                .as(Encoders.STRING())
                .collectAsList());
    Set<String> sources =
        Set.copyOf(items.select("question_id").as(Encoders.STRING()).collectAsList());
    Dataset<Question> questions =
        lake.read(Tables.QUESTIONS).filter(col("questionId").isInCollection(sources));
    Judging auditor = new Judging(bench.context(lake, "audit"), "anna", "audit", false);
    assertEquals(
        asked,
        Set.copyOf(auditor.asks(questions).select("askId").as(Encoders.STRING()).collectAsList()));
    assertEquals(20, asked.size());
  }

  @Test
  void aBatchWithoutQuestionsBelievedGoodIsRefusedWithAWayOut() {
    CalibrateOptions none = new CalibrateOptions(List.of("anna"), 10, 1, null, "no such batch");
    Calibrate nothing = new Calibrate(bench.context(lake, "none"), none, NOON, "none");
    JobException refused = assertThrows(JobException.class, nothing::execute);
    assertEquals("nothing_to_calibrate_with", refused.code());
    assertTrue(refused.getMessage().startsWith("There is no question believed good"));
    assertTrue(refused.remedy().contains("quaestor audit"), refused.remedy());
  }

  @Test
  void aPlanAsksNothingAndLeavesOutWhatTheLedgerHas() {
    long answered = bench.answered();
    CalibrateOptions others =
        new CalibrateOptions(List.of("anna", "bert"), SIZE / 10, 2, null, null);
    CalibrationPlan plan = new Calibrate(bench.context(lake, "plan"), others, NOON, "plan").plan();
    assertEquals(answered, bench.answered());
    assertEquals(SIZE / 10, plan.counts().get("items"));
    long asks = plan.counts().get("asks_of_anna");
    assertTrue(asks >= SIZE / 20 / 2 && asks < SIZE / 10, plan.counts()::toString);
    String line = plan.lines().get(plan.lines().size() - 3);
    assertTrue(
        line.matches("anna: \\d+ asks of auditor, about .* and about .* at list prices"), line);
  }

  @Test
  void theSameCalibrationAgainMakesNoCallAndChangesNoTable() {
    Map<String, Long> before = versions();
    long answered = bench.answered();
    JobOutcome again = run("second");
    assertFalse(again.changed());
    assertEquals(answered, bench.answered());
    assertEquals(outcome.counts(), again.counts());
    assertEquals(before, versions());
  }

  private JobOutcome run(String runId) {
    JobContext context = bench.context(lake, runId);
    CalibrateOptions options =
        new CalibrateOptions(List.copyOf(EYES.keySet()), SIZE, 1, null, null);
    job = new Calibrate(context, options, NOON, runId);
    JobOutcome done = job.execute();
    context.ledger().write();
    return done;
  }

  private List<AuditorAccuracy> overall() {
    return job.findings().stream().filter(row -> row.defect().equals("all")).toList();
  }

  private static List<String> outside(
      AuditorAccuracy row, String figure, long hits, long trials, double truth) {
    Estimate found = Wilson.interval(hits, trials, 0.99);
    String line =
        String.format(
            Locale.ROOT,
            "%s %s %s: true %.3f, found %.4f (%.4f to %.4f) of %d, latent %.4f",
            row.auditor(),
            row.criterion(),
            figure,
            truth,
            found.point().value(),
            found.low(),
            found.high(),
            trials,
            figure.equals("sensitivity") ? row.latentSensitivity() : row.latentSpecificity());
    if (SIZE >= FULL) {
      System.out.println(line);
    }
    return truth < found.low() || truth > found.high() ? List.of(line) : List.of();
  }

  /** The most misses of 99% intervals that are not unlikelier than one in a thousand. */
  private static int allowed(int intervals) {
    double atLeast = 1;
    double exactly = Math.pow(0.99, intervals);
    int misses = 0;
    while (atLeast - exactly >= UNLIKELY) {
      atLeast -= exactly;
      misses++;
      exactly *= 0.01 / 0.99 * (intervals - misses + 1) / misses;
    }
    return misses;
  }

  private Map<String, Long> versions() {
    return Tables.all().stream().collect(Collectors.toMap(Table::name, lake::version));
  }
}
