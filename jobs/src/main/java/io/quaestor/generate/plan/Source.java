package io.quaestor.generate.plan;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import io.quaestor.JobException;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.PlannedBatch;
import io.quaestor.udfs.text.Hashes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** The current chunks of the units a run draws from. */
public final class Source {
  private final Dataset<Row> chunks;
  private final Map<String, Integer> chunksPerUnit = new TreeMap<>();
  private final String fingerprint;

  private Source(Dataset<Row> chunks) {
    this.chunks = chunks;
    List<Row> units =
        chunks
            .groupBy("unitId")
            .agg(
                count(lit(1)),
                expr("bit_xor(xxhash64(chunkId))"),
                expr("sum(pmod(hash(chunkId), 1000003))"))
            .orderBy("unitId")
            .collectAsList();
    units.forEach(unit -> chunksPerUnit.put(unit.getString(0), (int) unit.getLong(1)));
    this.fingerprint = Hashes.sha256(units.toString());
  }

  /**
   * @throws JobException when there is nothing to draw from
   */
  public static Source of(Lake lake, Scope scope) {
    Dataset<Row> chunks = current(lake);
    if (scope.unit() != null) {
      chunks = chunks.filter(col("unitId").equalTo(scope.unit()));
    }
    if (scope.document() != null) {
      chunks =
          chunks.filter(
              col("documentId")
                  .equalTo(scope.document())
                  .or(col("path").endsWith(scope.document())));
    }
    if (scope.topics() != null) {
      chunks = firstTopics(chunks, scope.topics());
    }
    Source source = new Source(chunks);
    if (source.chunksPerUnit.isEmpty()) {
      throw nothing(lake, scope);
    }
    return source;
  }

  /**
   * One chunk alone.
   *
   * @throws JobException when it is not part of a current document
   */
  public static Source ofChunk(Lake lake, String chunkId) {
    Source source = new Source(current(lake).filter(col("chunkId").equalTo(chunkId)));
    if (source.chunksPerUnit.isEmpty()) {
      throw JobException.input(
          "source_not_current",
          "The chunk %s stands in no document of the corpus as it is now".formatted(chunkId),
          "ingest the document it came from, or generate from what replaced it");
    }
    return source;
  }

  /**
   * Chosen chunks alone, as far as they stand in current documents.
   *
   * @param ids distinct, in a column {@code chunkId}
   */
  public static Source ofChunks(Lake lake, Dataset<Row> ids) {
    return new Source(current(lake).join(ids, new String[] {"chunkId"}, "left_semi"));
  }

  private static Dataset<Row> current(Lake lake) {
    Dataset<Row> documents =
        lake.read(Tables.DOCUMENTS)
            .filter("current AND status = 'ready'")
            .select(col("documentId"), col("path"), col("contentSha256").as("sourceVersion"));
    return lake.read(Tables.CHUNKS).toDF().join(documents, "documentId");
  }

  private static Dataset<Row> firstTopics(Dataset<Row> chunks, int most) {
    Dataset<Row> ranked =
        chunks
            .groupBy("unitId", "topic")
            .agg(min(struct("documentId", "ordinal")).as("first"))
            .withColumn(
                "rank", row_number().over(Window.partitionBy("unitId").orderBy("first", "topic")))
            .filter(col("rank").leq(most))
            .select("unitId", "topic");
    return chunks.join(ranked, new String[] {"unitId", "topic"}, "left_semi");
  }

  public List<String> units() {
    return List.copyOf(chunksPerUnit.keySet());
  }

  public Map<String, Integer> chunksPerUnit() {
    return chunksPerUnit;
  }

  /** The same for the same chunks in any order. */
  public String fingerprint() {
    return fingerprint;
  }

  public Dataset<ChunkSize> sizes() {
    return chunks
        .select("chunkId", "documentId", "unitId", "ordinal", "topic", "tokens")
        .as(RecordEncoder.of(ChunkSize.class));
  }

  /** The chunks with the {@code path} and {@code sourceVersion} of their documents. */
  public Dataset<Row> chunks() {
    return chunks;
  }

  /** Planned batches with the text of their chunks. */
  public Dataset<BatchWork> works(Dataset<PlannedBatch> plan) {
    Dataset<Row> wanted =
        plan.select(col("batchId"), posexplode(col("chunkIds")).as(new String[] {"at", "chunkId"}));
    String[] fields = RecordEncoder.of(Chunk.class).schema().fieldNames();
    Dataset<Row> texts =
        wanted
            .join(chunks, "chunkId")
            .select(
                col("batchId"),
                col("at"),
                struct(fields[0], java.util.Arrays.copyOfRange(fields, 1, fields.length))
                    .as("chunk"),
                col("sourceVersion"))
            .groupBy("batchId")
            .agg(sort_array(collect_list(struct("at", "chunk", "sourceVersion"))).as("sent"));
    Dataset<Row> batches =
        plan.joinWith(texts, plan.col("batchId").equalTo(texts.col("batchId")))
            .selectExpr(
                "_1 AS batch",
                "_2.sent.chunk AS chunks",
                "_2.sent.sourceVersion AS sourceVersions");
    return batches.as(RecordEncoder.of(BatchWork.class));
  }

  private static JobException nothing(Lake lake, Scope scope) {
    if (lake.read(Tables.UNITS).isEmpty()) {
      return JobException.input(
          "empty_corpus",
          "The warehouse %s has no chunks".formatted(lake.root()),
          "run `quaestor ingest PATH...` first");
    }
    if (scope.document() != null) {
      return JobException.input(
          "unknown_document",
          "There is no document %s".formatted(scope.document()),
          "use one of %s".formatted(some(lake.read(Tables.DOCUMENTS), "path")));
    }
    return JobException.input(
        "unknown_unit",
        "There is no unit %s".formatted(scope.unit()),
        "use one of %s".formatted(some(lake.read(Tables.UNITS), "unitId")));
  }

  private static List<String> some(Dataset<?> rows, String column) {
    return rows.select(column).as(Encoders.STRING()).sort(column).takeAsList(20);
  }
}
