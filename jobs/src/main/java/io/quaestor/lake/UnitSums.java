package io.quaestor.lake;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.quaestor.tables.CorpusUnit;
import io.quaestor.tables.Document;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Sums up units from their current documents and chunks. */
public final class UnitSums {
  private static final String UNIT_ID = "unitId";

  private final Lake lake;
  private final Instant now;

  public UnitSums(Lake lake, Instant now) {
    this.lake = lake;
    this.now = now;
  }

  /**
   * Units as they are once {@code written} has been written; a unit that lost all its documents is
   * there with none.
   *
   * @param written documents that will be inserted or replaced; their chunks are in the table
   * @param unitIds the units to sum up
   */
  public Dataset<CorpusUnit> after(Dataset<Document> written, List<String> unitIds) {
    Dataset<Row> touched = lake.spark().createDataset(unitIds, Encoders.STRING()).toDF(UNIT_ID);
    Dataset<Row> documents =
        lake.read(Tables.DOCUMENTS)
            .toDF()
            .join(written.toDF().select("documentId"), seq("documentId"), "left_anti")
            .unionByName(written.toDF())
            .where("current AND status = 'ready'")
            .select(UNIT_ID, "documentId", "path", "title")
            .join(broadcast(touched), seq(UNIT_ID), "left_semi");
    Dataset<Row> sums = sums(documents);
    Dataset<Row> emptied =
        lake.read(Tables.UNITS)
            .toDF()
            .join(broadcast(touched), seq(UNIT_ID), "left_semi")
            .join(sums.select(UNIT_ID), seq(UNIT_ID), "left_anti")
            .withColumn("topics", expr("CAST(array() AS array<string>)"))
            .withColumn("documents", lit(0))
            .withColumn("chunks", lit(0))
            .withColumn("tokens", lit(0L))
            .withColumn("updatedAt", lit(now));
    return RecordEncoder.typed(sums.unionByName(emptied), CorpusUnit.class);
  }

  private Dataset<Row> sums(Dataset<Row> documents) {
    Dataset<Row> chunks =
        lake.read(Tables.CHUNKS)
            .toDF()
            .select("documentId", "ordinal", "topic", "tokens", "language");
    return documents
        .join(chunks, seq("documentId"))
        .groupBy(UNIT_ID)
        .agg(
            expr("min_by(title, path)").as("title"),
            expr("mode(language, true)").as("language"),
            expr("array_distinct(transform(array_sort(collect_list("
                    + "struct(path, ordinal, topic))), c -> c.topic))")
                .as("topics"),
            expr("CAST(count(DISTINCT documentId) AS int)").as("documents"),
            expr("CAST(count(*) AS int)").as("chunks"),
            expr("sum(tokens)").as("tokens"))
        .withColumn("updatedAt", lit(now));
  }

  private static scala.collection.immutable.Seq<String> seq(String column) {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(column)).toList();
  }
}
