package io.quaestor.bench;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.Audit;
import io.quaestor.tables.Question;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Questions and the audits of two auditors with six gate criteria each. Either fails one in twenty
 * of what the other passes, half of the fails are shared, and one audit in a hundred is unscored.
 * The same for the same number.
 */
final class AuditedQuestions {
  static final List<String> AUDITORS = List.of("first", "second");

  static final List<String> CRITERIA =
      List.of(
          "answer_correct",
          "grammar_correct",
          "natural_french",
          "no_hallucination",
          "question_coherent",
          "register_appropriate");

  private static final Map<String, String> QUESTION =
      Map.ofEntries(
          Map.entry("questionId", "sha2(concat('question', id), 224)"),
          Map.entry("contentSha256", "sha2(concat('content', id), 256)"),
          Map.entry("documentId", "concat('doc_', pmod(xxhash64(id), 1000))"),
          Map.entry("unitId", "concat('unit-', pmod(xxhash64(id), 100))"),
          Map.entry(
              "type",
              "element_at(array('mcq_single', 'mcq_multi', 'true_false', 'fill_in_blank',"
                  + " 'short_answer'), int(1 + pmod(xxhash64(id, 'type'), 5)))"),
          Map.entry(
              "difficulty",
              "element_at(array('beginner', 'intermediate', 'advanced'),"
                  + " int(1 + pmod(xxhash64(id, 'difficulty'), 3)))"),
          Map.entry("pipeline", "if(id % 2 = 0, 'graded', 'direct')"),
          Map.entry("pipelineVersion", "if(id % 2 = 0, 'v4', 'v2')"),
          Map.entry("model", "'claude-haiku-4-5'"),
          Map.entry("slot", "0"),
          Map.entry("stem", "concat('Pourquoi la question ', id, ' ?')"),
          Map.entry("qualityStatus", "'pending'"),
          Map.entry("reviewStatus", "'draft'"));

  private AuditedQuestions() {}

  static Dataset<Question> questions(SparkSession spark, long rows) {
    return typed(spark.range(0, rows).toDF(), Question.class, QUESTION);
  }

  /** Two a question. */
  static Dataset<Audit> audits(SparkSession spark, long questions) {
    Dataset<Row> both =
        spark
            .range(0, questions)
            .selectExpr("id", "explode(array('%s')) AS who".formatted(String.join("','", AUDITORS)))
            .selectExpr("*", "pmod(xxhash64(id, who, 'unscored'), 100) = 0 AS lost")
            .selectExpr("*", verdicts() + " AS verdicts");
    return typed(
        both,
        Audit.class,
        Map.of(
            "auditId", "sha2(concat('audit', who, id), 224)",
            "questionId", QUESTION.get("questionId"),
            "contentSha256", QUESTION.get("contentSha256"),
            "auditor", "who",
            "model", "concat(who, '-model')",
            "outcome",
                "CASE WHEN lost THEN 'unscored'"
                    + " WHEN exists(map_values(verdicts), v -> NOT v) THEN 'fail' ELSE 'pass' END",
            "gateCriteria", "if(lost, map(), verdicts)",
            "softCriteria", "map()",
            "recordOnly", "false",
            "auditedAt", "timestamp_micros(1790000000000000 + id * 1000)"));
  }

  private static String verdicts() {
    return Stream.iterate(0, i -> i < CRITERIA.size(), i -> i + 1)
        .map(
            i ->
                "'%1$s', NOT (pmod(xxhash64(id, %2$d), 40) = 0 OR pmod(xxhash64(id, who, %2$d), 40) = 0)"
                    .formatted(CRITERIA.get(i), i))
        .collect(Collectors.joining(", ", "map(", ")"));
  }

  /** Columns that are not told are null. */
  private static <T extends Record> Dataset<T> typed(
      Dataset<Row> rows, Class<T> type, Map<String, String> columns) {
    Column[] all =
        Stream.of(RecordEncoder.of(type).schema().fields())
            .map(
                field ->
                    (columns.containsKey(field.name())
                            ? expr(columns.get(field.name()))
                            : lit(null))
                        .cast(field.dataType())
                        .as(field.name()))
            .toArray(Column[]::new);
    return rows.select(all).as(RecordEncoder.of(type));
  }
}
