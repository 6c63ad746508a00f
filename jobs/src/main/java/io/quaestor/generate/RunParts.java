package io.quaestor.generate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.Batch;
import io.quaestor.tables.Candidate;
import io.quaestor.tables.Fact;
import io.quaestor.tables.GenerationRun;
import io.quaestor.tables.Judgement;
import io.quaestor.tables.Question;
import io.quaestor.tables.Rejection;
import org.apache.spark.sql.Dataset;

/** What a run leaves in each table, its plan apart. */
public interface RunParts {
  /** A row for each slot, with a {@code question} or a {@code rejection}; the other is null. */
  Dataset<?> slots();

  /** A row for each batch, with lists {@code judgements}, {@code facts} and {@code candidates}. */
  Dataset<?> results();

  Dataset<Batch> batches();

  /** The run itself, from its finished batches. */
  GenerationRun run(Dataset<Batch> batches);

  default Dataset<Question> questions() {
    return fromSlots("question", Question.class);
  }

  default Dataset<Rejection> rejections() {
    return fromSlots("rejection", Rejection.class);
  }

  default Dataset<Judgement> judgements() {
    return fromResults("judgements", Judgement.class);
  }

  default Dataset<Fact> facts() {
    return fromResults("facts", Fact.class);
  }

  default Dataset<Candidate> candidates() {
    return fromResults("candidates", Candidate.class);
  }

  private <T extends Record> Dataset<T> fromSlots(String column, Class<T> type) {
    return slots().filter(col(column).isNotNull()).select(column + ".*").as(RecordEncoder.of(type));
  }

  private <T extends Record> Dataset<T> fromResults(String column, Class<T> type) {
    return results()
        .select(explode(col(column)).as("row"))
        .select("row.*")
        .as(RecordEncoder.of(type));
  }
}
