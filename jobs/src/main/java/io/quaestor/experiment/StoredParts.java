package io.quaestor.experiment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import io.quaestor.generate.RunParts;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.Batch;
import io.quaestor.tables.Candidate;
import io.quaestor.tables.ExperimentBatch;
import io.quaestor.tables.ExperimentQuestion;
import io.quaestor.tables.Fact;
import io.quaestor.tables.GenerationRun;
import io.quaestor.tables.Judgement;
import io.quaestor.tables.PlannedBatch;
import io.quaestor.tables.Question;
import io.quaestor.tables.Rejection;
import org.apache.spark.sql.Dataset;

/** A cohort's run as an experiment keeps it. */
record StoredParts(
    GenerationRun run, Dataset<ExperimentBatch> kept, Dataset<ExperimentQuestion> slots)
    implements RunParts {

  Dataset<PlannedBatch> plan() {
    return kept.select("plan.*").as(RecordEncoder.of(PlannedBatch.class));
  }

  @Override
  public Dataset<Question> questions() {
    return slots
        .filter(col("question").isNotNull())
        .select("question.*")
        .as(RecordEncoder.of(Question.class));
  }

  @Override
  public Dataset<Rejection> rejections() {
    return slots
        .filter(col("rejection").isNotNull())
        .select("rejection.*")
        .as(RecordEncoder.of(Rejection.class));
  }

  @Override
  public Dataset<Judgement> judgements() {
    return each("judgements", Judgement.class);
  }

  @Override
  public Dataset<Fact> facts() {
    return each("facts", Fact.class);
  }

  @Override
  public Dataset<Candidate> candidates() {
    return each("candidates", Candidate.class);
  }

  @Override
  public Dataset<Batch> batches() {
    return kept.select("batch.*").as(RecordEncoder.of(Batch.class));
  }

  @Override
  public GenerationRun run(Dataset<Batch> batches) {
    return run;
  }

  private <T extends Record> Dataset<T> each(String column, Class<T> type) {
    return kept.select(explode(col(column)).as("row")).select("row.*").as(RecordEncoder.of(type));
  }
}
