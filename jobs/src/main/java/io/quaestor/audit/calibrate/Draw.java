package io.quaestor.audit.calibrate;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;

import io.quaestor.JobException;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.Question;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Draws questions and says which defect each is to get. Depends on the seed and on the questions,
 * not on their order or partitioning. Strata are the sets of kinds of defects that a question
 * allows, so that a few dozen counts are all that the driver sees.
 */
record Draw(Lake lake, CalibrateOptions options) {
  private static final String ACTIVE =
      "qualityStatus = 'active' AND reviewStatus NOT IN ('rejected', 'archived', 'stale')";
  private static final String NOT_REFUSED = "reviewStatus NOT IN ('rejected', 'archived', 'stale')";

  /**
   * At most as many as wanted.
   *
   * @throws JobException with exit code 2 when there is no question to draw, or none that a defect
   *     can be planted into
   */
  Dataset<Drawn> questions() {
    Dataset<Question> believed = believed();
    Dataset<Chunk> chunks = lake.read(Tables.CHUNKS);
    Dataset<Eligible> eligible =
        lake.settled(
            believed
                .joinWith(chunks, believed.col("chunkId").equalTo(chunks.col("chunkId")))
                .map(new Eligible.Of(options.seed()), RecordEncoder.of(Eligible.class)));
    List<Stratum> strata =
        eligible
            .groupBy("kinds")
            .agg(expr("count(*) AS population"))
            .orderBy("kinds")
            .as(RecordEncoder.of(Stratum.class))
            .collectAsList();
    List<Share> shares = Shares.of(strata, options.size());
    if (shares.stream().noneMatch(share -> share.defect() != null)) {
      throw nothing(strata);
    }
    return lake.settled(drawn(eligible, shares, believed, chunks));
  }

  private Dataset<Drawn> drawn(
      Dataset<Eligible> eligible,
      List<Share> shares,
      Dataset<Question> believed,
      Dataset<Chunk> chunks) {
    Dataset<Row> places = lake.spark().createDataset(shares, RecordEncoder.of(Share.class)).toDF();
    Dataset<Row> taken =
        eligible
            .toDF()
            .withColumn(
                "place",
                row_number().over(Window.partitionBy("kinds").orderBy("chance", "questionId")))
            .join(broadcast(places), "kinds")
            .where("place > after AND place <= until")
            .select("questionId", "defect");
    Dataset<Row> passages = chunks.toDF().select(col("chunkId"), col("text").as("passage"));
    Column[] fields = Stream.of(believed.columns()).map(name -> col(name)).toArray(Column[]::new);
    return believed
        .toDF()
        .join(taken, "questionId")
        .join(passages, "chunkId")
        .select(struct(fields).as("question"), col("passage"), col("defect"))
        .as(RecordEncoder.of(Drawn.class));
  }

  private Dataset<Question> believed() {
    Column scope =
        options.batchId() == null
            ? expr(ACTIVE)
            : expr(NOT_REFUSED).and(col("batchId").equalTo(options.batchId()));
    Column unit = options.unit() == null ? lit(true) : col("unitId").equalTo(options.unit());
    return lake.read(Tables.QUESTIONS).filter(scope.and(unit));
  }

  private JobException nothing(List<Stratum> strata) {
    long questions = strata.stream().mapToLong(Stratum::population).sum();
    return JobException.input(
        "nothing_to_calibrate_with",
        questions == 0
            ? "There is no question believed good that has its passage in the corpus"
            : "None of the %,d questions believed good allows a defect that code can be sure of"
                .formatted(questions),
        "run `quaestor audit` so that questions become active, or name a batch of good ones with"
            + " --batch-id; choices with quotes, in French or English, allow most kinds");
  }
}
