package io.quaestor.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;

import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.NearDuplicate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Settles each connected component of near pairs, oldest question first: one that is near no older
 * original is an original, any other is a duplicate of the oldest original it is near to. So no
 * original is a duplicate, and every duplicate is near the original it names, which linking whole
 * chains together would not give.
 *
 * <p>This is the lexicographically first maximal independent set, computed in rounds (Blelloch,
 * Fineman and Shun 2012, SPAA): each settles all questions that no unsettled older one can change.
 */
final class Originals {
  private final Lake lake;

  Originals(Lake lake) {
    this.lake = lake;
  }

  Dataset<NearDuplicate> of(Dataset<Nearness> near) {
    Dataset<Row> open = lake.settled(near.toDF());
    Dataset<Row> settled = none();
    while (!open.isEmpty()) {
      Dataset<Row> found = lake.settled(duplicatesOf(roots(open), open));
      settled = settled.union(found);
      Dataset<Row> ids = found.select(col("questionId").as("gone"));
      open =
          lake.settled(
              open.join(ids, col("later").equalTo(col("gone")), "left_anti")
                  .join(ids, col("earlier").equalTo(col("gone")), "left_anti"));
    }
    return settled.as(RecordEncoder.of(NearDuplicate.class));
  }

  /** Questions near to no older one that is still open. */
  private static Dataset<Row> roots(Dataset<Row> open) {
    Dataset<Row> younger = open.select(col("later").as("younger")).distinct();
    return open.select(col("earlier").as("root"))
        .distinct()
        .join(younger, col("root").equalTo(col("younger")), "left_anti");
  }

  private static Dataset<Row> duplicatesOf(Dataset<Row> roots, Dataset<Row> open) {
    Column oldest =
        min_by(struct(open.col("*")), struct(col("earlierAt"), col("earlier"))).as("oldest");
    return open.join(roots, col("earlier").equalTo(col("root")), "left_semi")
        .groupBy(col("later"))
        .agg(oldest)
        .select(
            col("later").as("questionId"),
            col("oldest.earlier").as("originalId"),
            col("oldest.cosine").as("cosine"),
            col("oldest.sameUnit").as("sameUnit"));
  }

  private Dataset<Row> none() {
    return lake.spark()
        .createDataset(List.<NearDuplicate>of(), RecordEncoder.of(NearDuplicate.class))
        .toDF();
  }
}
