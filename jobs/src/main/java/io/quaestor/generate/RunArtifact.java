package io.quaestor.generate;

import static org.apache.spark.sql.functions.col;

import io.quaestor.JobException;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** A run's questions in order as one JSON document, made from the tables alone. */
public final class RunArtifact {
  private RunArtifact() {}

  /**
   * @throws JobException when the file cannot be written
   */
  public static void write(Lake lake, String runId, String file) {
    Dataset<Row> questions = lake.rows(Tables.QUESTIONS).filter(col("run_id").equalTo(runId));
    Dataset<Row> order = lake.rows(Tables.BATCHES).select("batch_id", "ordinal");
    Dataset<String> lines =
        questions.join(order, "batch_id").orderBy("ordinal", "slot").drop("ordinal").toJSON();
    Dataset<String> run =
        lake.rows(Tables.GENERATION_RUNS).filter(col("run_id").equalTo(runId)).toJSON();
    try (BufferedWriter out = Files.newBufferedWriter(Path.of(file))) {
      out.write("{\"run\":");
      out.write(run.as(Encoders.STRING()).first());
      out.write(",\"questions\":[");
      Iterator<String> each = lines.toLocalIterator();
      while (each.hasNext()) {
        out.write("\n");
        out.write(each.next());
        out.write(each.hasNext() ? "," : "");
      }
      out.write("\n]}\n");
    } catch (IOException e) {
      throw new JobException(
          io.quaestor.ExitCode.INPUT,
          "artifact_unwritable",
          "Cannot write %s: %s".formatted(file, e.getMessage()),
          "name another file with --artifact",
          e);
    }
  }
}
