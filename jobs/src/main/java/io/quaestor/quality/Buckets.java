package io.quaestor.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;

import io.quaestor.conf.QualityConf;
import io.quaestor.lake.RecordEncoder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Finds the pairs worth comparing: locality-sensitive hashing with bands (Leskovec, Rajaraman and
 * Ullman 2020, Mining of Massive Datasets, section 3.4).
 *
 * <p>Questions with equal values of a band share a bucket. Each is compared with the oldest of its
 * bucket only, so the work grows with the number of questions even where thousands are alike: the
 * one that all others duplicate is among the oldest.
 */
final class Buckets {
  private final Dataset<Fingerprint> fingerprints;
  private final Dataset<Row> members;
  private final int heads;

  Buckets(Dataset<Fingerprint> fingerprints, QualityConf conf) {
    this.fingerprints = fingerprints;
    this.heads = conf.bucketHeads();
    this.members =
        fingerprints.select(
            col("questionId"), col("createdAt"), explode(col("bands")).as("bucket"));
  }

  /** Near pairs, each once, the older question first. */
  Dataset<Nearness> near(double cosine) {
    Dataset<Row> earlier = fingerprints.select(struct(col("*")).as("earlier"));
    Dataset<Row> later = fingerprints.select(struct(col("*")).as("later"));
    return pairs()
        .join(earlier, col("head").equalTo(col("earlier.questionId")))
        .join(later, col("member").equalTo(col("later.questionId")))
        .select("earlier", "later")
        .as(RecordEncoder.of(Nearness.Candidate.class))
        .map(new Nearness.Measure(), RecordEncoder.of(Nearness.class))
        .filter(col("cosine").geq(cosine));
  }

  /** Buckets in which not every question was compared with every other. */
  long crowded() {
    return members.groupBy("bucket").count().where(col("count").gt(heads)).count();
  }

  private Dataset<Row> pairs() {
    Dataset<Row> ranked =
        members.withColumn(
            "rank",
            row_number()
                .over(Window.partitionBy("bucket").orderBy(col("createdAt"), col("questionId"))));
    Dataset<Row> oldest =
        ranked
            .where(col("rank").leq(heads))
            .select(
                col("bucket").as("headBucket"),
                col("questionId").as("head"),
                col("rank").as("headRank"));
    return ranked
        .join(oldest, col("bucket").equalTo(col("headBucket")).and(col("headRank").lt(col("rank"))))
        .select(col("head"), col("questionId").as("member"))
        .distinct();
  }
}
