package io.quaestor.generate.plan;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;

import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.PlannedBatch;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Asks the same number of questions of every chunk of a source, one chunk at a time, so that runs
 * of different pipelines can be compared chunk by chunk.
 *
 * @param count questions asked of a chunk
 */
public record PinnedPlan(RunSpec spec, Source source, int count, Planner.Prices prices) {

  /**
   * One batch a chunk, in an order that depends on the chunks alone.
   *
   * @param shapes of the calls that are to be estimated
   */
  public Dataset<PlannedBatch> batches(List<CallShape> shapes) {
    Estimate estimate = new Estimate(shapes, prices.models(), prices.day());
    Dataset<Row> sizes = source.sizes().toDF();
    return sizes
        .select(
            row_number()
                .over(Window.orderBy("unitId", "documentId", "ordinal", "chunkId"))
                .minus(1)
                .as("ordinal"),
            struct(
                    col("unitId"),
                    lit(0).as("number"),
                    col("topic"),
                    lit(count).as("count"),
                    array(struct(sizes.col("*"))).as("chunks"))
                .as("piece"))
        .as(RecordEncoder.of(ToBatch.Numbered.class))
        .map(new ToBatch(spec, 0, estimate), RecordEncoder.of(PlannedBatch.class));
  }
}
