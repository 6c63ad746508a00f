package io.quaestor.generate.batch;

import io.quaestor.conf.PipelineConf;
import io.quaestor.generate.plan.BatchWork;
import io.quaestor.generate.plan.CallShape;
import io.quaestor.generate.plan.Cut;
import io.quaestor.tables.Measure;
import io.quaestor.tables.Question;
import io.quaestor.udfs.structure.QuestionType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;

/** A way of making questions: how it cuts a plan into batches, and what it makes of them. */
public interface Pipeline {
  PipelineConf conf();

  /** Every kind of ask it makes, in order. */
  List<Step> steps();

  /** Question types it can make; all of them unless it says otherwise. */
  default Set<QuestionType> types() {
    return EnumSet.allOf(QuestionType.class);
  }

  Cut cut();

  /** What a batch is expected to send and get, for estimates. */
  List<CallShape> shapes();

  /** What a run of it was told beyond the plan, for its lineage; nulls are left out. */
  default Map<String, String> arguments() {
    return Map.of();
  }

  /** One result for each batch, settled; asks go through the ledger. */
  Dataset<BatchResult> execute(Dataset<BatchWork> works);

  /** Shares to report against targets once the run is over; none unless a pipeline has some. */
  default List<Measure> measures(Dataset<BatchResult> results, Dataset<Question> accepted) {
    return List.of();
  }
}
