package io.quaestor.agree;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.shiftleft;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.quaestor.tables.Audit;
import io.quaestor.tables.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Audits and questions brought together: one row per question that any of the auditors judged, with
 * {@code questionId}, {@code place} (see {@link Places}) and a column per auditor: the code of its
 * latest verdict on the question's current content, {@link Slots#NOT_JUDGED} without one.
 *
 * <p>Questions and audits meet in one aggregation over numbers. Where it fits, a verdict's time and
 * code are one number too, whose maximum is the latest; verdicts of the same microsecond are told
 * apart by their codes, so that the order of storage does not matter.
 */
record Ballots(Roster roster, Slots slots) {
  private static final int MOST_BITS = 62;

  /** What tells a question's contents apart. */
  private static final String CONTENT = "content";

  Dataset<Row> of(Dataset<Audit> audits, Dataset<Question> questions) {
    Column[] latest = each(i -> max(column(i)).as(column(i)));
    return verdicts(audits)
        .unionByName(places(questions))
        .groupBy("questionId", CONTENT)
        .agg(max(Places.PLACE).as(Places.PLACE), latest)
        .where(col(Places.PLACE).isNotNull().and(judgedByAny()))
        .select(concat(List.of(col("questionId"), col(Places.PLACE)), each(this::code)));
  }

  /** The column of an auditor, by its place among the auditors. */
  static String column(int auditor) {
    return "verdict" + auditor;
  }

  private Dataset<Row> verdicts(Dataset<Audit> audits) {
    Dataset<Row> coded =
        audits
            .toDF()
            .where(col("auditor").isInCollection(roster.auditors()))
            .select(
                col("questionId"),
                xxhash64(col("contentSha256")).as(CONTENT),
                col("auditor"),
                dated().as("dated"));
    Column[] own =
        each(
            i ->
                when(col("auditor").equalTo(roster.auditors().get(i)), col("dated")).as(column(i)));
    List<Column> key =
        List.of(col("questionId"), col(CONTENT), lit(null).cast("bigint").as(Places.PLACE));
    return coded.select(concat(key, own));
  }

  private Dataset<Row> places(Dataset<Question> questions) {
    Column nobody = lit(null).cast(packs() ? "bigint" : "struct<at:bigint,code:bigint>");
    List<Column> key =
        List.of(
            col("questionId"),
            xxhash64(col("contentSha256")).as(CONTENT),
            Places.place().as(Places.PLACE));
    return questions.toDF().select(concat(key, each(i -> nobody.as(column(i)))));
  }

  private boolean packs() {
    return roster.bitsOfTime() + slots.bits() <= MOST_BITS;
  }

  private Column dated() {
    Column at = coalesce(unix_micros(col("auditedAt")), lit(roster.firstMicros()));
    return packs()
        ? shiftleft(at.minus(roster.firstMicros()), slots.bits()).plus(slots.code())
        : struct(at.as("at"), slots.code().as("code"));
  }

  private Column code(int auditor) {
    Column dated = col(column(auditor));
    Column code =
        packs() ? dated.bitwiseAND(lit((1L << slots.bits()) - 1)) : dated.getField("code");
    return coalesce(code, lit(Slots.NOT_JUDGED)).as(column(auditor));
  }

  private Column judgedByAny() {
    return Stream.of(each(i -> col(column(i)).isNotNull())).reduce(Column::or).orElseThrow();
  }

  private Column[] each(java.util.function.IntFunction<Column> of) {
    return IntStream.range(0, roster.entries().size()).mapToObj(of).toArray(Column[]::new);
  }

  private static Column[] concat(List<Column> first, Column[] others) {
    List<Column> all = new ArrayList<>(first);
    all.addAll(List.of(others));
    return all.toArray(Column[]::new);
  }
}
