package io.quaestor.agree;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.quaestor.agree.AgreeOptions.Pair;
import io.quaestor.tables.Audit;
import io.quaestor.tables.Question;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row per pair of auditors and question both judged: {@code auditorA, auditorB, questionId,
 * type, difficulty, unitId} and the two verdicts {@code a} and {@code b}.
 */
final class JudgedByBoth {
  private JudgedByBoth() {}

  static Dataset<Row> of(Dataset<Audit> audits, Dataset<Question> questions, AgreeOptions options) {
    Dataset<Row> current =
        questions.select("questionId", "contentSha256", "type", "difficulty", "unitId");
    Dataset<Row> ofCurrent =
        audits
            .toDF()
            .where(col("auditor").isInCollection(options.auditors()))
            .join(current, new String[] {"questionId", "contentSha256"}, "inner");
    return pairs(latest(ofCurrent, options.auditors()), options);
  }

  /** One row per question, with a column per auditor: its latest verdict, null when it has none. */
  private static Dataset<Row> latest(Dataset<Row> audits, List<String> auditors) {
    Column[] others =
        auditors.stream().skip(1).map(a -> latest(a, auditors)).toArray(Column[]::new);
    return audits
        .groupBy("questionId", "type", "difficulty", "unitId")
        .agg(latest(auditors.get(0), auditors), others);
  }

  private static Column latest(String auditor, List<String> auditors) {
    Column verdict =
        struct(
            col("auditId"),
            col("outcome"),
            coalesce(col("gateCriteria"), map()).as("gate"),
            coalesce(col("softCriteria"), map()).as("soft"));
    Column theirs = col("auditor").equalTo(auditor);
    return max_by(when(theirs, verdict), when(theirs, struct(col("auditedAt"), col("auditId"))))
        .as(column(auditor, auditors));
  }

  private static Dataset<Row> pairs(Dataset<Row> questions, AgreeOptions options) {
    Column[] pairs =
        options.pairs().stream()
            .map(pair -> verdicts(pair, options.auditors()))
            .toArray(Column[]::new);
    return questions
        .select(
            col("questionId"), col("type"), col("difficulty"), col("unitId"), inline(array(pairs)))
        .where("a IS NOT NULL AND b IS NOT NULL");
  }

  private static Column verdicts(Pair pair, List<String> auditors) {
    return struct(
        lit(pair.a()).as("auditorA"),
        lit(pair.b()).as("auditorB"),
        col(column(pair.a(), auditors)).as("a"),
        col(column(pair.b(), auditors)).as("b"));
  }

  private static String column(String auditor, List<String> auditors) {
    return "verdict" + auditors.indexOf(auditor);
  }
}
