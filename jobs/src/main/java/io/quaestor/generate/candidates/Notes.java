package io.quaestor.generate.candidates;

import static org.apache.spark.sql.functions.col;

import io.quaestor.Progress;
import io.quaestor.conf.CandidatesConf;
import io.quaestor.generate.batch.BatchResult;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the user is told while the run goes on. */
record Notes(Progress progress, CandidatesConf conf) {
  private static final int FEWEST = 2;
  private static final int MOST = 5;
  private static final int SHOWN = 20;

  /** Warns of a number of candidates that leaves no choice, or costs more than it brings. */
  void onCount() {
    int count = conf.candidateCount();
    if (count < FEWEST || count > MOST) {
      progress.note(
          "candidate_count is %d: %d to %d are recommended".formatted(count, FEWEST, MOST));
    }
  }

  /** Candidates that are too much alike, and batches that need attention with their details. */
  void on(Dataset<BatchResult> results) {
    Dataset<Row> alike =
        results
            .selectExpr(
                "batch.batchId",
                "batch.ordinal",
                "array_max(transform(candidates, candidate -> candidate.mostSimilar)) AS cosine")
            .filter(col("cosine").gt(conf.similarAbove()));
    String similar = "Candidates of batch %s are too much alike: cosine %.3f";
    some(alike, row -> similar.formatted(row.getString(0), row.getDouble(2)));
    Dataset<Row> held =
        results
            .filter(col("status").equalTo(BatchResult.NEEDS_ATTENTION))
            .select("batch.batchId", "batch.ordinal", "details");
    some(held, row -> "Batch %s: %s".formatted(row.getString(0), row.getString(2)));
  }

  private void some(Dataset<Row> rows, Function<Row, String> line) {
    List<Row> first = rows.orderBy("ordinal").takeAsList(SHOWN);
    first.forEach(row -> progress.note(line.apply(row)));
    if (first.size() == SHOWN) {
      long more = rows.count() - SHOWN;
      progress.note("... and %,d batches more like it".formatted(more));
    }
  }
}
