package io.quaestor.delete;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.quaestor.lake.Lake;
import io.quaestor.lake.Table;
import io.quaestor.lake.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A sound warehouse of so many questions, with rows in every table that refers to another. A tenth
 * of the questions each is in the batches {@code big0} to {@code big4}, the others in batches of
 * ten.
 */
final class Stock {
  private static final String BATCH =
      "if(id < %1$d / 2, concat('big', id div (%1$d div 10)), concat('b', id div 10))";

  private final Lake lake;
  private final long size;
  private final List<Table<?>> without;

  private Stock(Lake lake, long size, List<Table<?>> without) {
    this.lake = lake;
    this.size = size;
    this.without = without;
  }

  /**
   * @param questions a multiple of 20, 40 at least
   * @param without tables that stay empty
   */
  static void fill(Lake lake, long questions, Table<?>... without) {
    Stock stock = new Stock(lake, questions, List.of(without));
    stock.corpus();
    stock.batches();
    stock.questions();
    stock.verdicts();
    stock.experiments();
  }

  /** Rows of each table that has some, save the books. */
  static Map<String, Long> counts(Lake lake) {
    Map<String, Long> counts = new TreeMap<>();
    Tables.all().stream()
        .filter(table -> !table.equals(Tables.DELETIONS) && lake.exists(table))
        .map(table -> lake.rows(table).select(lit(table.name()).as("name")))
        .reduce(Dataset::union)
        .orElseThrow()
        .groupBy("name")
        .count()
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    return counts;
  }

  private void corpus() {
    add(
        Tables.DOCUMENTS,
        4,
        "concat('d', id) AS document_id, concat('d', id, '.md') AS path, 'unit' AS unit_id,"
            + " 'ready' AS status, true AS current, 1 AS version, 'Title' AS title");
    add(
        Tables.CHUNKS,
        8,
        "concat('c', id) AS chunk_id, concat('d', id div 2) AS document_id, 'unit' AS unit_id,"
            + " int(id) AS ordinal, 10 AS tokens, 'fr' AS language, concat('Topic ', id) AS topic");
    add(
        Tables.UNITS,
        1,
        "'unit' AS unit_id, 'Title' AS title, 4 AS documents, 8 AS chunks, 80 AS tokens");
    add(
        Tables.TOPICS,
        4,
        "concat('t', id) AS topic_id, 'unit' AS unit_id, 'model' AS source,"
            + " array(concat('c', id), concat('c', id + 1)) AS chunk_ids");
    add(
        Tables.LEARNING_RESOURCES,
        8,
        "concat('r', id) AS resource_id, concat('d', id div 2) AS document_id,"
            + " 'unit' AS unit_id, 'link' AS kind");
    add(
        Tables.CONVERSIONS,
        4,
        "concat('v', id) AS conversion_id, concat('d', id) AS document_id, true AS used");
  }

  private void batches() {
    Dataset<Row> ids =
        lake.spark()
            .range(size)
            .selectExpr(BATCH.formatted(size) + " AS b")
            .distinct()
            .orderBy("b");
    Dataset<Row> batches = lake.settled(ids);
    add(
        Tables.BATCHES,
        batches.selectExpr(
            "b AS batch_id", "1 AS asked", "1 AS accepted", "0 AS rejected", "0 AS failed"));
    add(Tables.PLANS, batches.selectExpr("b AS batch_id"));
    add(
        Tables.REJECTIONS,
        batches.selectExpr(
            "concat('x', b) AS rejection_id", "b AS batch_id", "'failed' AS outcome"));
    add(
        Tables.JUDGEMENTS,
        batches.selectExpr("concat('j', b) AS judgement_id", "b AS batch_id", "'first' AS pass"));
    add(
        Tables.FACTS,
        batches.selectExpr("concat('f', b) AS fact_id", "b AS batch_id", "'asked' AS status"));
    add(
        Tables.CANDIDATES,
        batches.selectExpr("concat('k', b) AS candidate_id", "b AS batch_id", "0.5 AS score"));
  }

  private void questions() {
    add(
        Tables.QUESTIONS,
        size,
        "concat('q', id) AS question_id, "
            + BATCH.formatted(size)
            + " AS batch_id, 'unit' AS unit_id, 'direct' AS pipeline, 'short_answer' AS type,"
            + " if(id % 10 = 9, concat('q', (id + "
            + size / 2
            + ") % "
            + size
            + "), null) AS parent_question_id, concat('d', (id % 8) div 2) AS document_id,"
            + " concat('c', id % 8) AS chunk_id, concat('Stem ', id) AS stem, 'active' AS"
            + " quality_status, if(id % 20 = 9, 'rejected', 'draft') AS review_status,"
            + " timestamp_micros(1790000000000000) AS updated_at");
  }

  private void verdicts() {
    String question = "concat('q', id) AS question_id";
    add(
        Tables.AUDITS,
        lake.spark()
            .range(size)
            .selectExpr(
                "concat('a', id) AS audit_id", question, "'pass' AS outcome", "'m' AS auditor")
            .union(
                lake.spark().range(size).selectExpr("concat('z', id)", question, "'fail'", "'s'")));
    add(
        Tables.BLIND_SPOTS,
        lake.spark()
            .range(0, size, 3)
            .selectExpr(
                "'cmp' AS comparison_id", question, "explode(array('gate', 'any')) AS definition"));
    add(
        Tables.REVIEW_SAMPLES,
        lake.spark()
            .range(0, size, 9)
            .selectExpr("concat('s', id) AS review_id", question, "0.5 AS inclusion_probability"));
    add(
        Tables.NEAR_DUPLICATES,
        lake.spark()
            .range(3, size - 1, 6)
            .selectExpr(question, "concat('q', id + 1) AS original_id", "0.95 AS cosine"));
    add(
        Tables.CALIBRATION_ITEMS,
        lake.spark().range(0, size, 4).selectExpr("concat('i', id) AS item_id", question));
    add(
        Tables.CALIBRATION_AUDITS,
        lake.spark()
            .range(0, size, 4)
            .selectExpr(
                "concat('l', id) AS audit_id", "concat('i', id) AS item_id", "'pass' AS outcome"));
  }

  private void experiments() {
    add(Tables.EXPERIMENTS, 2, "concat('e', id) AS experiment_id, concat('trial ', id) AS name");
    add(
        Tables.EXPERIMENT_CALLS,
        6,
        "concat('w', id) AS call_id, concat('e', id % 2) AS experiment_id");
  }

  private void add(Table<?> table, long rows, String columns) {
    add(table, lake.spark().range(rows).selectExpr("inline(array(struct(" + columns + ")))"));
  }

  /** Columns that are not told are null. */
  private void add(Table<?> table, Dataset<Row> rows) {
    if (without.contains(table)) {
      return;
    }
    Column[] all =
        Arrays.stream(lake.rows(table).schema().fields())
            .map(
                field ->
                    (Arrays.asList(rows.columns()).contains(field.name())
                            ? col(field.name())
                            : lit(null))
                        .cast(field.dataType())
                        .as(field.name()))
            .toArray(Column[]::new);
    lake.addRows(table, rows.select(all));
  }
}
