package io.quaestor.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.TestSession;
import io.quaestor.bench.ScoringResult.Figure;
import io.quaestor.bench.ScoringRuns.Round;
import io.quaestor.bench.ScoringRuns.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class TestScoring {
  private static final long ROWS = 5_000;
  private static final long MS = 1_000_000;

  @Test
  void verdictsByHandAreThoseOfTheFunction() {
    Row found = spark().sql(ScoringQuery.DIFFERENCES.over("judged")).head();
    assertEquals(ROWS, found.getLong(0));
    assertEquals(0, found.getLong(1));
  }

  @Test
  void everyVerdictAndFindingOccurs() {
    Row kinds =
        spark()
            .sql(
                """
                SELECT count(DISTINCT v), count_if(v IS NULL), count_if(size(problems) > 0),
                  count_if(size(flaws) > 0), count(DISTINCT grounding), avg(length(stem)),
                  avg(length(passage))
                FROM (SELECT *,
                  rubric_v4(grounded, answerable_from_context, has_single_clear_correct,
                    format_justified, non_trivial, distractors_plausible, clarity,
                    context_authentic).verdict AS v,
                  structure_problems(type, stem, options, answer) AS problems,
                  item_flaws(type, stem, options, answer) AS flaws,
                  grounding_score(span_ids, passage, citations) AS grounding FROM judged)
                """)
            .head();
    assertEquals(3, kinds.getLong(0));
    assertTrue(kinds.getLong(1) > 0);
    assertEquals(0, kinds.getLong(2));
    assertTrue(kinds.getLong(3) > 0);
    assertEquals(2, kinds.getLong(4));
    assertEquals(100, kinds.getDouble(5), 20);
    assertEquals(430, kinds.getDouble(6), 40);
  }

  @Test
  void figuresAreMediansWithoutWhatAQueryTakesAnyway() {
    ScoringQuery scan = new ScoringQuery("scan_scores", "1", null);
    ScoringQuery hand = new ScoringQuery(ScoringQuery.BUILT_IN, "1", "scan_scores");
    Map<ScoringQuery, List<Round>> rounds = new LinkedHashMap<>();
    rounds.put(scan, List.of(round(1), round(2), round(9)));
    rounds.put(hand, List.of(round(4), round(4), round(9)));
    List<Figure> figures = new ScoringRuns(rounds).figures();
    assertEquals(4, figures.size());
    Figure some = figures.get(1);
    assertEquals(ScoringQuery.BUILT_IN, some.query());
    assertEquals(101, some.rows());
    assertEquals(40_000, some.cpuNanosPerRow(), 1e-9);
    assertEquals(10, some.fixedCpuMs(), 1e-9);
    assertEquals(0.5, some.ofScan(), 1e-12);
    assertEquals(1, some.ofBuiltIn(), 1e-12);
    assertEquals(101 / 0.028, some.perSecond(), 1e-6);
    assertNull(figures.get(0).ofScan());
    assertNull(figures.get(0).ofBuiltIn());
    assertEquals(4_000, figures.get(3).cpuNanosPerRow(), 1e-9);
  }

  /** 10 ms, and 4 more for a hundred rows and ten thousand alike when {@code times} is 4. */
  private static Round round(int times) {
    return new Round(run(1, 10), run(101, 10 + times), run(1_001, 10 + times));
  }

  private static Run run(long rows, long ms) {
    return new Run(rows, 2.0 * ms * MS, (double) ms * MS);
  }

  private static SparkSession spark() {
    SparkSession spark = TestSession.spark();
    JudgedQuestions.of(spark, ROWS).createOrReplaceTempView("judged");
    return spark;
  }
}
