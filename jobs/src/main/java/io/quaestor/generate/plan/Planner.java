package io.quaestor.generate.plan;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;

import io.quaestor.conf.ModelConf;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.PlannedBatch;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.KeyValueGroupedDataset;
import org.apache.spark.sql.expressions.Window;

/** Plans a run, round after round; pure but for reading the source. */
public final class Planner {
  private final RunSpec spec;
  private final Source source;
  private final Cut cut;
  private final Estimate estimate;
  private final Demands demands;

  /**
   * @param shapes what a batch's calls are expected to need
   * @param models alias to model
   * @param day whose prices count
   */
  public Planner(RunSpec spec, Source source, Cut cut, List<CallShape> shapes, Prices prices) {
    this.spec = spec;
    this.source = source;
    this.cut = cut;
    this.estimate = new Estimate(shapes, prices.models(), prices.day());
    this.demands = new Demands(source.units(), spec.conf().plan().chunksPerUnitCap());
  }

  /**
   * What models cost.
   *
   * @param models alias to model
   * @param day whose prices count
   */
  public record Prices(Map<String, ModelConf> models, LocalDate day) {}

  /**
   * What the next round asks for.
   *
   * @param earlier batches of the rounds before
   * @param wanted accepted questions that are missing
   * @param questions to ask for, to have them
   */
  public Dataset<PlannedBatch> next(Earlier earlier, int wanted, int questions) {
    List<Demand> demand = demands.next(wanted, questions);
    Dataset<Piece> pieces =
        byUnit(source.sizes())
            .cogroup(
                earlier.batches().groupByKey(new BatchUnit(), Encoders.STRING()),
                new CutUnit(spec.seed(), cut, demand),
                RecordEncoder.of(Piece.class));
    return pieces
        .select(
            row_number()
                .over(Window.orderBy("unitId", "number"))
                .plus(lit(earlier.count() - 1))
                .as("ordinal"),
            struct(pieces.col("*")).as("piece"))
        .as(RecordEncoder.of(ToBatch.Numbered.class))
        .map(new ToBatch(spec, earlier.rounds(), estimate), RecordEncoder.of(PlannedBatch.class));
  }

  /**
   * The rounds before.
   *
   * @param count batches in them
   */
  public record Earlier(Dataset<PlannedBatch> batches, int count, int rounds) {}

  /** Whether every chunk has been drawn at least once. */
  public boolean exhausted() {
    return demands.exhausted(source.chunksPerUnit());
  }

  private static KeyValueGroupedDataset<String, ChunkSize> byUnit(Dataset<ChunkSize> sizes) {
    return sizes.groupByKey(new ChunkUnit(), Encoders.STRING());
  }

  private static final class ChunkUnit implements MapFunction<ChunkSize, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public String call(ChunkSize chunk) {
      return chunk.unitId();
    }
  }

  private static final class BatchUnit implements MapFunction<PlannedBatch, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public String call(PlannedBatch batch) {
      return batch.unitId();
    }
  }
}
