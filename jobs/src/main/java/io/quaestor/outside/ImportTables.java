package io.quaestor.outside;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.lake.Together;
import io.quaestor.tables.Batch;
import io.quaestor.tables.GenerationRun;
import io.quaestor.tables.Question;
import io.quaestor.tables.Rejection;
import io.quaestor.udfs.text.Hashes;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Writes what became of the rows of an import; rows that are there already stay. */
record ImportTables(Lake lake) {

  /** Whether any table changed. */
  boolean write(ImportRun run, Dataset<PlacedQuestion> placed, Map<String, Long> counts) {
    boolean changed = counts.get("imported") > 0;
    if (changed) {
      lake.insertNew(Tables.QUESTIONS, questions(placed, "imported"));
    }
    if (counts.get("replaced") > 0) {
      lake.upsert(Tables.QUESTIONS, questions(placed, "replaced"));
      changed = true;
    }
    Dataset<Batch> batches = lake.settled(batches(run, placed));
    if (!changed && batches.isEmpty()) {
      return false;
    }
    if (known(run)) {
      return changed;
    }
    Together.run(
        () -> lake.insertNew(Tables.REJECTIONS, rejections(run, placed)),
        () -> lake.insertNew(Tables.BATCHES, batches));
    Dataset<GenerationRun> row =
        lake.spark()
            .createDataset(List.of(row(run, batches)), RecordEncoder.of(GenerationRun.class));
    lake.add(Tables.GENERATION_RUNS, row);
    return true;
  }

  /** A run is written last: one that is there is whole. */
  private boolean known(ImportRun run) {
    return !lake.read(Tables.GENERATION_RUNS).filter(col("runId").equalTo(run.runId())).isEmpty();
  }

  private static Dataset<Question> questions(Dataset<PlacedQuestion> placed, String fate) {
    return placed
        .filter(col("fate").equalTo(fate))
        .select("question.*")
        .as(RecordEncoder.of(Question.class));
  }

  private static Dataset<Rejection> rejections(ImportRun run, Dataset<PlacedQuestion> placed) {
    return placed
        .filter(col("fate").equalTo("rejected"))
        .map(new ToRejection(run), RecordEncoder.of(Rejection.class));
  }

  /** A batch per file; rows that another run answers for are its surplus. */
  private static Dataset<Batch> batches(ImportRun run, Dataset<PlacedQuestion> placed) {
    Dataset<Row> files =
        placed
            .map(new BatchOf(run.runId()), Encoders.tuple(Encoders.STRING(), Encoders.STRING()))
            .toDF("batchId", "outcome")
            .groupBy("batchId")
            .agg(
                ends("accepted"),
                ends("rejected"),
                ends("failed"),
                count_if(col("outcome").equalTo("")).cast("int").as("surplus"))
            .where("accepted + rejected + failed > 0");
    Column ordinal = row_number().over(Window.orderBy("batchId")).minus(1);
    return files
        .withColumn("asked", col("accepted").plus(col("rejected")).plus(col("failed")))
        .withColumn("ordinal", ordinal)
        .withColumn("runId", lit(run.runId()))
        .map(new ToBatch(), RecordEncoder.of(Batch.class));
  }

  private static Column ends(String outcome) {
    return count_if(col("outcome").equalTo(outcome)).cast("int").as(outcome);
  }

  private static GenerationRun row(ImportRun run, Dataset<Batch> batches) {
    Row sums =
        batches
            .selectExpr(
                "CAST(count(*) AS INT)",
                "CAST(coalesce(sum(asked), 0) AS INT)",
                "CAST(coalesce(sum(accepted), 0) AS INT)",
                "CAST(coalesce(sum(rejected), 0) AS INT)",
                "CAST(coalesce(sum(failed), 0) AS INT)")
            .head();
    return new GenerationRun(
        run.runId(),
        Place.PIPELINE,
        run.version(),
        Map.of(),
        Map.of("replace", String.valueOf(run.replace())),
        0,
        sums.getInt(1),
        1,
        sums.getInt(0),
        sums.getInt(1),
        sums.getInt(2),
        sums.getInt(3),
        sums.getInt(4),
        "complete",
        "source_exhausted",
        List.of(),
        run.now(),
        run.now());
  }

  private record BatchOf(String runId)
      implements MapFunction<PlacedQuestion, scala.Tuple2<String, String>> {
    @Override
    public scala.Tuple2<String, String> call(PlacedQuestion row) {
      String outcome = row.outcome() == null ? "" : row.outcome();
      return new scala.Tuple2<>(Place.batchId(runId, row.file()), outcome);
    }
  }

  private record ToBatch() implements MapFunction<Row, Batch> {
    @Override
    public Batch call(Row row) {
      return new Batch(
          row.getAs("batchId"),
          row.getAs("runId"),
          0,
          row.getAs("ordinal"),
          null,
          null,
          null,
          null,
          null,
          row.getAs("asked"),
          row.getAs("accepted"),
          row.getAs("rejected"),
          row.getAs("failed"),
          row.getAs("surplus"),
          "complete",
          null,
          null,
          0,
          null,
          null);
    }
  }

  private record ToRejection(ImportRun run) implements MapFunction<PlacedQuestion, Rejection> {
    @Override
    public Rejection call(PlacedQuestion row) {
      String batchId = Place.batchId(run.runId(), row.file());
      return new Rejection(
          Hashes.id("rej", batchId, String.valueOf(row.number())),
          run.runId(),
          batchId,
          (int) (row.number() - 1),
          row.cells().get("unit_id"),
          row.cells().get("topic"),
          row.cells().get("chunk_id"),
          row.cells().get("type"),
          row.cells().get("difficulty"),
          row.outcome(),
          Place.PIPELINE,
          row.problems().stream().map(Problem::reason).distinct().sorted().toList(),
          row.cells().isEmpty() ? null : Cells.json(row.cells()),
          null,
          run.now());
    }
  }
}
