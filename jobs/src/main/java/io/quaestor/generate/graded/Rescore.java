package io.quaestor.generate.graded;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.conf.GradedConf;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Judgement;
import io.quaestor.udfs.rubric.Score;
import io.quaestor.udfs.text.Hashes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;

/**
 * Scores every judgement again, under another rubric or other thresholds, without a call and
 * without changing anything; says what would flip.
 *
 * <p>A rubric that asks for a dimension the judge was not asked for is undefined there, never
 * guessed.
 */
public final class Rescore {
  private final Lake lake;
  private final GradedConf conf;
  private final String runId;
  private Dataset<Rescored> rescored;

  /**
   * @param runId only this generation run, null for all
   */
  public Rescore(Lake lake, GradedConf conf, String runId) {
    this.lake = lake;
    this.conf = conf;
    this.runId = runId;
  }

  /**
   * @return counts of judgements, flips and those that are undefined now
   * @throws JobException when there is nothing to score
   */
  public JobOutcome execute() {
    Dataset<Judgement> judgements = lake.read(Tables.JUDGEMENTS);
    if (runId != null) {
      judgements = judgements.filter(col("runId").equalTo(runId));
    }
    if (judgements.isEmpty()) {
      throw JobException.input(
          "nothing_judged",
          runId == null ? "No run has judgements" : "Run %s has no judgements".formatted(runId),
          "run `quaestor generate --pipeline graded` first, or name another run");
    }
    rescored =
        lake.settled(judgements.map(new Again(Rubrics.of(conf)), RecordEncoder.of(Rescored.class)));
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("judgements", rescored.count());
    counts.put("flips", flips().count());
    counts.put("undefined", rescored.filter(col("after").isNull()).count());
    return JobOutcome.complete(counts, false);
  }

  /**
   * How often a verdict becomes which.
   *
   * @param before null for undefined, as is {@code after}
   */
  public record Count(String pass, String before, String after, long n) {}

  public List<Count> matrix() {
    return rescored
        .groupBy("pass", "before", "after")
        .agg(count(lit(1)).as("n"))
        .orderBy("pass", "before", "after")
        .as(RecordEncoder.of(Count.class))
        .collectAsList();
  }

  /** The first of those whose verdict changes. */
  public List<Rescored> examples(int most) {
    return flips().orderBy("runId", "judgementId").takeAsList(most);
  }

  private Dataset<Rescored> flips() {
    return rescored.filter(col("before").eqNullSafe(col("after")).equalTo(false));
  }

  /** Scores a judgement again. */
  record Again(Rubrics rubrics) implements MapFunction<Judgement, Rescored> {
    @Override
    public Rescored call(Judgement judged) {
      boolean skipped = judged.problems().contains(Judge.SKIPPED);
      Score score = rubrics.score(skipped ? Map.of() : judged.scores());
      return new Rescored(
          judged.judgementId(),
          Hashes.id("qst", judged.batchId(), String.valueOf(judged.slot())),
          judged.runId(),
          judged.pass(),
          judged.outcome(),
          judged.verdict(),
          score.verdict() == null ? null : score.verdict().wire(),
          judged.totalScore(),
          score.totalScore(),
          skipped ? List.of(Judge.SKIPPED) : score.invalid());
    }
  }
}
