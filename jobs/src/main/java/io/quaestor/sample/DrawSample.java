package io.quaestor.sample;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.row_number;

import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.conf.AuditorConf;
import io.quaestor.conf.ConfHome;
import io.quaestor.lake.Lake;
import io.quaestor.lake.LineFile;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.tables.ReviewSample;
import io.quaestor.udfs.text.Hashes;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Draws questions for a person to review, blind.
 *
 * <p>Reads {@code audits}, {@code questions}, {@code chunks}; writes a file to fill in, and {@code
 * review_samples} with the stratum and inclusion probability of each question. Strata are type,
 * difficulty and whether the auditors disagree; within one, questions are taken in the order of a
 * hash of seed and id. The same draw from the same verdicts takes the same questions.
 */
public final class DrawSample {
  private final Lake lake;
  private final ConfHome home;
  private final Clock clock;

  public DrawSample(Lake lake, ConfHome home, Clock clock) {
    this.lake = lake;
    this.home = home;
    this.clock = clock;
  }

  /**
   * Draws and writes the file.
   *
   * @throws JobException with exit code 2 when nothing was judged, an auditor has no audits, or the
   *     file exists: it may be filled in
   */
  public JobOutcome execute(SampleOptions options) {
    lake.spark().sparkContext().setJobDescription("sample: draw for review");
    requireNew(options.file());
    List<String> auditors = auditors(options.auditors());
    Dataset<Row> verdicts =
        Frame.verdicts(lake.read(Tables.AUDITS), lake.read(Tables.QUESTIONS), auditors).persist();
    try {
      Dataset<Row> questions = Frame.questions(verdicts).persist();
      List<Stratum> strata =
          Allocation.of(Frame.strata(questions), options.size(), options.randomShare());
      if (strata.isEmpty()) {
        throw nothing(auditors);
      }
      Draw draw = new Draw(sampleId(options, auditors, questions), auditors, options.seed());
      Dataset<ReviewSample> drawn = lake.settled(draw(draw, questions, strata));
      List<Frame.Criterion> criteria = described(Frame.criteria(verdicts), auditors);
      ReviewFile.write(lake, drawn, criteria, options.file());
      boolean changed = lake.insertNew(Tables.REVIEW_SAMPLES, drawn) > 0;
      questions.unpersist();
      return JobOutcome.complete(counts(strata, drawn.count(), criteria.size()), changed);
    } finally {
      verdicts.unpersist();
    }
  }

  /** What all rows of one draw share. */
  private record Draw(String sampleId, List<String> auditors, long seed) {}

  private Dataset<ReviewSample> draw(Draw draw, Dataset<Row> questions, List<Stratum> strata) {
    Dataset<Row> shares =
        lake.spark().createDataset(strata, RecordEncoder.of(Stratum.class)).toDF();
    return questions
        .withColumn("chance", expr("sha2(concat('%d:', questionId), 256)".formatted(draw.seed())))
        .withColumn(
            "turn",
            row_number()
                .over(
                    Window.partitionBy("type", "difficulty", "disagreement")
                        .orderBy("chance", "questionId")))
        .join(broadcast(shares), new String[] {"type", "difficulty", "disagreement"}, "inner")
        .where("turn <= drawn")
        .map(
            new ToReview(
                draw.sampleId(),
                new java.util.ArrayList<>(draw.auditors()),
                draw.seed(),
                clock.instant()),
            RecordEncoder.of(ReviewSample.class));
  }

  private record ToReview(
      String sampleId, java.util.ArrayList<String> auditors, long seed, java.time.Instant now)
      implements MapFunction<Row, ReviewSample> {
    @Override
    public ReviewSample call(Row row) {
      String questionId = row.getAs("questionId");
      long population = row.<Long>getAs("population");
      long drawn = row.<Long>getAs("drawn");
      return new ReviewSample(
          Hashes.id("rvw", sampleId, questionId),
          sampleId,
          questionId,
          row.getAs("contentSha256"),
          auditors,
          seed,
          row.getAs("type"),
          row.getAs("difficulty"),
          row.<Boolean>getAs("disagreement"),
          population,
          drawn,
          (double) drawn / population,
          now);
    }
  }

  private static String sampleId(
      SampleOptions options, List<String> auditors, Dataset<Row> questions) {
    Row digest =
        questions
            .agg(
                expr("count(*)"),
                expr(
                    "bit_xor(xxhash64(questionId, contentSha256, type, difficulty,"
                        + " disagreement))"))
            .head();
    return Hashes.id(
        "smp",
        String.join(",", auditors),
        String.valueOf(options.size()),
        String.valueOf(options.seed()),
        String.valueOf(options.randomShare()),
        digest.toString());
  }

  private List<Frame.Criterion> described(List<Frame.Criterion> criteria, List<String> auditors) {
    Map<String, String> meanings = new TreeMap<>();
    for (String auditor : auditors) {
      if (home.auditors().contains(auditor)) {
        AuditorConf conf = home.auditor(auditor);
        conf.gate().forEach(meanings::putIfAbsent);
        conf.soft().forEach(meanings::putIfAbsent);
      }
    }
    return criteria.stream()
        .map(
            each ->
                new Frame.Criterion(
                    each.name(), each.kind(), meanings.getOrDefault(each.name(), "")))
        .toList();
  }

  private static Map<String, Long> counts(List<Stratum> strata, long drawn, long criteria) {
    long wanted = strata.stream().mapToLong(Stratum::drawn).sum();
    if (wanted != drawn) {
      throw new IllegalStateException("Drew %d of %d questions".formatted(drawn, wanted));
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("judged", strata.stream().mapToLong(Stratum::population).sum());
    counts.put("disagreements", disagreements(strata, false));
    counts.put("drawn", drawn);
    counts.put("drawn_from_disagreements", disagreements(strata, true));
    counts.put("criteria", criteria);
    counts.put("rows", drawn * criteria);
    return counts;
  }

  private static long disagreements(List<Stratum> strata, boolean drawn) {
    return strata.stream()
        .filter(Stratum::disagreement)
        .mapToLong(stratum -> drawn ? stratum.drawn() : stratum.population())
        .sum();
  }

  private List<String> auditors(List<String> wanted) {
    List<String> known =
        lake.rows(Tables.AUDITS)
            .select("auditor")
            .distinct()
            .orderBy("auditor")
            .as(Encoders.STRING())
            .collectAsList();
    for (String auditor : wanted) {
      if (!known.contains(auditor)) {
        throw JobException.input(
            "unknown_auditor",
            "No audits by '%s'; there are audits by %s"
                .formatted(auditor, known.isEmpty() ? "nobody" : String.join(", ", known)),
            "name one of those, or run audit --auditor %s first".formatted(auditor));
      }
    }
    return wanted.isEmpty() ? known : wanted;
  }

  private static JobException nothing(List<String> auditors) {
    return JobException.input(
        "nothing_judged",
        auditors.isEmpty()
            ? "No question has been judged"
            : "No question as it is now was judged by %s".formatted(String.join(", ", auditors)),
        "run `quaestor audit`, or import audits");
  }

  private void requireNew(String file) {
    if (LineFile.exists(file, lake.spark().sparkContext().hadoopConfiguration())) {
      throw JobException.input(
          "file_exists",
          "%s exists and may be filled in".formatted(file),
          "name a new file with --out");
    }
  }
}
