package io.quaestor.agree;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.xxhash64;

import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.Audit;
import io.quaestor.tables.Question;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Brings audits and questions together: what each auditor last said on each question's current
 * content, counted.
 *
 * <p>Both are turned into slips of numbers, shuffled once and sorted within partitions of a bounded
 * size, so that the slips of a question follow one another and nothing but counts is kept.
 */
record Ballots(Roster roster, Slots slots) {
  /** Slips that a task sorts; more make more tasks. */
  private static final long SLIPS_A_PARTITION = 1_000_000;

  /**
   * An audit, or a question. A question's content is known by two hashes of 64 bits.
   *
   * @param who the auditor's place among the auditors; {@link #QUESTION} for a question
   * @param first an audit's time in microseconds since 1970, the least number when not known; a
   *     question's place
   * @param second an audit's code; a question's document
   * @param questionId null for an audit
   */
  public record Slip(long key1, long key2, long who, long first, long second, String questionId) {
    static final long QUESTION = -1;

    boolean sameQuestion(Slip other) {
      return other != null && key1 == other.key1 && key2 == other.key2;
    }
  }

  Dataset<Tally> of(Dataset<Audit> audits, Dataset<Question> questions) {
    int auditors = roster.entries().size();
    return slips(audits, questions)
        .repartition(partitions(audits, questions), col("key1"))
        .sortWithinPartitions("key1", "key2")
        .as(RecordEncoder.of(Slip.class))
        .mapPartitions(new Counting.Start(auditors, slots.judged()), RecordEncoder.of(Tally.class));
  }

  private Dataset<Row> slips(Dataset<Audit> audits, Dataset<Question> questions) {
    Column names = array(roster.auditors().stream().map(name -> lit(name)).toArray(Column[]::new));
    Dataset<Row> verdicts =
        slips(
            audits.toDF().where(col("auditor").isInCollection(roster.auditors())),
            array_position(names, col("auditor")).minus(1),
            coalesce(unix_micros(col("auditedAt")), lit(Long.MIN_VALUE)),
            slots.code(),
            lit(null).cast("string"));
    return verdicts.unionByName(
        slips(
            questions.toDF(),
            lit(Slip.QUESTION),
            Places.place(),
            Places.document(),
            col("questionId")));
  }

  private static Dataset<Row> slips(
      Dataset<Row> rows, Column who, Column first, Column second, Column questionId) {
    return rows.select(
        xxhash64(col("questionId"), col("contentSha256")).as("key1"),
        xxhash64(col("contentSha256"), col("questionId")).as("key2"),
        coalesce(who, lit(Slip.QUESTION)).as("who"),
        coalesce(first, lit(0L)).as("first"),
        coalesce(second, lit(0L)).as("second"),
        questionId.as("questionId"));
  }

  private int partitions(Dataset<Audit> audits, Dataset<Question> questions) {
    long slips = roster.audits() + questions.count();
    int least = audits.sparkSession().sessionState().conf().numShufflePartitions();
    return (int) Math.max(least, slips / SLIPS_A_PARTITION + 1);
  }
}
