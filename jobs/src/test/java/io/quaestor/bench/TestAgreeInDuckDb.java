package io.quaestor.bench;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quaestor.TestSession;
import io.quaestor.agree.Agree;
import io.quaestor.agree.AgreeOptions;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another engine counts the same over the same files: overall, by type and by difficulty. With
 * {@code -Dquaestor.scale=10000000} over so many questions, and tells what each took.
 */
class TestAgreeInDuckDb {
  private static final int QUESTIONS = Integer.getInteger("quaestor.scale", 400);
  private static final int SMALL = 10_000;

  @TempDir Path folder;

  /** Counts of a criterion in a segment: both pass, only A fails, only B fails, both fail. */
  private static final String LATEST =
      """
      WITH latest AS (
        SELECT question_id, content_sha256, auditor, arg_max(gate_criteria, audited_at) AS verdicts
        FROM read_parquet('%1$s/audits/*.parquet') GROUP BY ALL),
      pairs AS (
        SELECT 'type=' || q.type AS type, 'difficulty=' || q.difficulty AS difficulty,
          a.verdicts AS a, b.verdicts AS b
        FROM latest a JOIN latest b USING (question_id, content_sha256)
        JOIN read_parquet('%1$s/questions/*.parquet') q USING (question_id, content_sha256)
        WHERE a.auditor = '%2$s' AND b.auditor = '%3$s')
      SELECT coalesce(type, difficulty, 'all'), %4$s FROM pairs
      GROUP BY GROUPING SETS ((), (type), (difficulty))""";

  private static final String COUNTS =
      "count_if(a['%1$s'] AND b['%1$s']), count_if(NOT a['%1$s'] AND b['%1$s']),"
          + " count_if(a['%1$s'] AND NOT b['%1$s']), count_if(NOT a['%1$s'] AND NOT b['%1$s'])";

  @Test
  void bothEnginesCountTheSame() throws SQLException {
    SparkSession spark = QUESTIONS > SMALL ? TestSession.spark() : TestSession.small();
    Lake lake = Lake.open(spark, folder.toString());
    lake.add(Tables.QUESTIONS, AuditedQuestions.questions(spark, QUESTIONS));
    lake.add(Tables.AUDITS, AuditedQuestions.audits(spark, QUESTIONS));
    long start = System.nanoTime();
    new Agree(lake, AgreeBench.CONF, Clock.systemUTC())
        .execute(new AgreeOptions(AuditedQuestions.AUDITORS, "gate"));
    long middle = System.nanoTime();
    Map<String, List<Long>> counted = inDuckDb();
    System.out.printf(
        "%,d questions: agree with all its tables %.1f s, DuckDB's counts alone %.1f s%n",
        QUESTIONS, (middle - start) / 1e9, (System.nanoTime() - middle) / 1e9);
    assertEquals(9 * AuditedQuestions.CRITERIA.size(), counted.size());
    assertEquals(counted, ofAgree(lake));
  }

  private static Map<String, List<Long>> ofAgree(Lake lake) {
    Map<String, List<Long>> counts = new TreeMap<>();
    for (Row row :
        lake.rows(Tables.AGREEMENT)
            .where(col("segment").rlike("^(all|type=.*|difficulty=.*)$"))
            .where(col("criterion").isInCollection(AuditedQuestions.CRITERIA))
            .selectExpr(
                "segment || ' ' || criterion",
                "array(both_pass, a_only_fail, b_only_fail, both_fail)")
            .collectAsList()) {
      counts.put(row.getString(0), row.getList(1));
    }
    return counts;
  }

  private Map<String, List<Long>> inDuckDb() throws SQLException {
    String counts =
        String.join(", ", AuditedQuestions.CRITERIA.stream().map(COUNTS::formatted).toList());
    Map<String, List<Long>> all = new TreeMap<>();
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      statement.execute("SET threads = 2");
      ResultSet rows =
          statement.executeQuery(
              LATEST.formatted(
                  folder,
                  AuditedQuestions.AUDITORS.get(0),
                  AuditedQuestions.AUDITORS.get(1),
                  counts));
      while (rows.next()) {
        int column = 2;
        for (String criterion : AuditedQuestions.CRITERIA) {
          List<Long> four = new ArrayList<>();
          for (int i = 0; i < 4; i++) {
            four.add(rows.getLong(column++));
          }
          all.put(rows.getString(1) + " " + criterion, four);
        }
      }
    }
    return all;
  }
}
