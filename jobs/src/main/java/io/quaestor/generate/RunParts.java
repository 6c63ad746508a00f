package io.quaestor.generate;

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
  Dataset<Question> questions();

  Dataset<Rejection> rejections();

  Dataset<Judgement> judgements();

  Dataset<Fact> facts();

  Dataset<Candidate> candidates();

  Dataset<Batch> batches();

  /** The run itself, from its finished batches. */
  GenerationRun run(Dataset<Batch> batches);
}
