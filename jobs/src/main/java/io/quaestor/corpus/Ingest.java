package io.quaestor.corpus;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.conf.CorpusConf;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.lake.Together;
import io.quaestor.lake.UnitSums;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.CorpusUnit;
import io.quaestor.tables.Document;
import io.quaestor.tables.LearningResource;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files in; documents, chunks, learning resources and units out.
 *
 * <p>Documents are written last: whatever dies before that is done again, and what was written
 * already is replaced by itself.
 */
public final class Ingest {
  private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);
  static final int BATCHES_PER_CORE = 32;

  private final Lake lake;
  private final CorpusConf conf;
  private final Clock clock;
  private final PageConversion conversion;

  public Ingest(Lake lake, CorpusConf conf, Clock clock) {
    this(lake, conf, clock, null);
  }

  /**
   * @param conversion how the pages of PDFs become Markdown, null to read them without a model
   */
  public Ingest(Lake lake, CorpusConf conf, Clock clock, PageConversion conversion) {
    this.lake = lake;
    this.conf = conf;
    this.clock = clock;
    this.conversion = conversion;
  }

  /**
   * Ingests files and folders. Files whose bytes are known change nothing; files that cannot be
   * read become failed documents.
   *
   * @param paths local paths or any URI Hadoop knows
   * @return counts {@code files = unchanged + new + changed + failed}, {@code ignored} files of
   *     other formats, and the {@code chunks}, {@code resources} and {@code units} that were
   *     written; with a conversion also {@code pages = pages_used + pages_kept}
   * @throws JobException with exit code 2 when a path is missing or of no known format
   */
  public JobOutcome execute(List<String> paths) {
    Instant now = clock.instant();
    SourceFiles.Found found = SourceFiles.find(paths, hadoop());
    Known known = Known.of(lake);
    PageConversion.Converted converted = converted(tasks(found.files(), known));
    Dataset<FileRead> reads = read(converted.tasks(), now);
    reads.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Findings findings = Findings.of(headers(reads), known);
      findings.warnings().forEach(LOG::warn);
      long units = findings.isEmpty() ? 0 : write(reads, findings, now);
      Map<String, Long> counts = findings.counts(found, units);
      counts.putAll(converted.counts());
      boolean changed = !findings.isEmpty() || converted.changed();
      return new JobOutcome(
          converted.isWhole() ? JobOutcome.COMPLETE : JobOutcome.PARTIAL, counts, changed, null);
    } finally {
      reads.unpersist();
    }
  }

  private PageConversion.Converted converted(List<Batch.Task> tasks) {
    return conversion == null
        ? PageConversion.Converted.none(tasks)
        : conversion.execute(tasks, hadoop());
  }

  private static List<Batch.Task> tasks(List<SourceFile> files, Known known) {
    Map<String, String> units =
        UnitIds.name(files.stream().map(SourceFile::unitKey).toList(), known.unitIds());
    return files.stream()
        .map(file -> new Batch.Task(file, units.get(file.unitKey()), known.at(file.sourceUri())))
        .toList();
  }

  private Dataset<FileRead> read(List<Batch.Task> tasks, Instant now) {
    SparkSession spark = lake.spark();
    int cores = spark.sparkContext().defaultParallelism();
    List<Batch> batches = Batch.spread(tasks, cores * BATCHES_PER_CORE);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    JavaRDD<FileRead> reads =
        context
            .parallelize(batches, Math.max(1, batches.size()))
            .mapPartitions(new ReadBatches(conf, new SerializableConfiguration(hadoop()), now));
    return spark.createDataset(reads.rdd(), RecordEncoder.of(FileRead.class));
  }

  private List<FileRead.Header> headers(Dataset<FileRead> reads) {
    return reads
        .select(
            col("outcome"),
            col("document.documentId"),
            col("document.sourceUri"),
            col("document.path"),
            col("document.unitId"),
            org.apache.spark.sql.functions.size(col("chunks")).as("chunks"),
            org.apache.spark.sql.functions.size(col("resources")).as("resources"),
            col("document.reason"),
            col("document.detail"))
        .as(RecordEncoder.of(FileRead.Header.class))
        .collectAsList();
  }

  /** Documents last, since they stand for the others; returns the number of units. */
  private long write(Dataset<FileRead> all, Findings findings, Instant now) {
    Dataset<FileRead> reads =
        all.where(col("document.documentId").isNotNull())
            .where(not(col("document.sourceUri").isin(findings.skipped().toArray())));
    Dataset<Document> documents = documents(reads, findings.superseded());
    List<CorpusUnit> units = new ArrayList<>();
    Together.run(
        () -> {
          writeChunks(reads, findings.writer(now));
          units.addAll(new UnitSums(lake, now).after(documents, findings.units()).collectAsList());
          writeUnits(units, findings.writer(now));
        },
        () -> writeResources(reads, findings.superseded()));
    if (findings.onlyNewRows()) {
      lake.append(Tables.DOCUMENTS, documents, findings.writer(now), 1);
    } else {
      lake.upsert(Tables.DOCUMENTS, documents);
    }
    return units.size();
  }

  /** Chunks that a dead run or an older version left are there already. */
  private void writeChunks(Dataset<FileRead> reads, String writer) {
    Dataset<Chunk> chunks =
        reads.flatMap(
            (FlatMapFunction<FileRead, Chunk>) read -> read.chunks().iterator(),
            RecordEncoder.of(Chunk.class));
    if (lake.exists(Tables.CHUNKS)) {
      Dataset<Row> there = lake.read(Tables.CHUNKS).select(col("chunkId").as("there"));
      chunks =
          chunks
              .join(there, col("chunkId").equalTo(col("there")), "left_anti")
              .as(RecordEncoder.of(Chunk.class));
    }
    lake.append(Tables.CHUNKS, chunks, writer, 1);
  }

  /** Those of current documents only: a document that is superseded loses its rows. */
  private void writeResources(Dataset<FileRead> reads, List<String> superseded) {
    if (!superseded.isEmpty()) {
      lake.delete(Tables.LEARNING_RESOURCES, strings(superseded, "document_id"));
    }
    lake.insertNew(
        Tables.LEARNING_RESOURCES,
        reads.flatMap(
            (FlatMapFunction<FileRead, LearningResource>) read -> read.resources().iterator(),
            RecordEncoder.of(LearningResource.class)));
  }

  private void writeUnits(List<CorpusUnit> units, String writer) {
    Dataset<CorpusUnit> rows =
        lake.spark().createDataset(units, RecordEncoder.of(CorpusUnit.class));
    if (!lake.exists(Tables.UNITS)) {
      lake.append(Tables.UNITS, rows, writer, 1);
    } else if (!units.isEmpty()) {
      lake.upsert(Tables.UNITS, rows);
    }
  }

  /** New versions, and the ones they take over from. */
  private Dataset<Document> documents(Dataset<FileRead> reads, List<String> superseded) {
    Dataset<Document> written =
        reads.map(
            (MapFunction<FileRead, Document>) FileRead::document, RecordEncoder.of(Document.class));
    if (superseded.isEmpty()) {
      return written;
    }
    Dataset<Document> old =
        lake.read(Tables.DOCUMENTS)
            .join(
                strings(superseded, "superseded"),
                col("documentId").equalTo(col("superseded")),
                "left_semi")
            .withColumn("current", lit(false))
            .as(RecordEncoder.of(Document.class));
    return written.unionByName(old);
  }

  private Dataset<Row> strings(List<String> values, String column) {
    return lake.spark().createDataset(values, Encoders.STRING()).toDF(column);
  }

  private Configuration hadoop() {
    return lake.spark().sessionState().newHadoopConf();
  }
}
