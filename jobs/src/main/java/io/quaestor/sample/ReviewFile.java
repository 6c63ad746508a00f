package io.quaestor.sample;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.quaestor.lake.Lake;
import io.quaestor.lake.LineFile;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.tables.ReviewSample;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * What a person fills in: a row per question and criterion with all that is needed to judge, and
 * with no verdict and no stratum. The columns are those of {@code import audits} and more.
 */
final class ReviewFile {
  private static final int PASSAGE = 4000;
  private static final List<String> COLUMNS =
      List.of(
          "questionId AS question_id",
          "'human' AS auditor",
          "CAST(NULL AS STRING) AS model",
          "name AS criterion",
          "CAST(NULL AS STRING) AS passed",
          "kind",
          "CAST(NULL AS STRING) AS severity",
          "CAST(NULL AS STRING) AS notes",
          "meaning",
          "type",
          "difficulty",
          "stem",
          "array_join(options, ' | ') AS options",
          "array_join(answer, ' | ') AS `key`",
          "array_join(acceptableVariations, ' | ') AS acceptable_variations",
          "explanation",
          "array_join(sourceEvidence.quotes, ' | ') AS quotes",
          "if(length(text) > %1$d, concat(left(text, %1$d), '…'), text) AS passage"
              .formatted(PASSAGE));
  private static final String CSV =
      "to_csv(struct(*), map('escape', '\"', 'emptyValue', '', 'ignoreLeadingWhiteSpace', 'false',"
          + " 'ignoreTrailingWhiteSpace', 'false'))";
  private static final String JSON = "to_json(struct(*), map('ignoreNullFields', 'false'))";

  private ReviewFile() {}

  static void write(
      Lake lake, Dataset<ReviewSample> drawn, List<Frame.Criterion> criteria, String file) {
    Dataset<Row> rows = rows(lake, drawn, criteria);
    boolean csv = file.endsWith(".csv");
    Stream<String> header = csv ? Stream.of(String.join(",", rows.columns())) : Stream.empty();
    Dataset<String> lines = rows.selectExpr(csv ? CSV : JSON).as(Encoders.STRING());
    Iterable<String> body = lines::toLocalIterator;
    LineFile.write(
        file,
        Stream.concat(header, java.util.stream.StreamSupport.stream(body.spliterator(), false))
            .iterator(),
        lake.spark().sparkContext().hadoopConfiguration());
  }

  /** In an order that tells nothing. */
  private static Dataset<Row> rows(
      Lake lake, Dataset<ReviewSample> drawn, List<Frame.Criterion> criteria) {
    Dataset<Row> questions =
        lake.read(Tables.QUESTIONS)
            .toDF()
            .join(drawn.select("questionId", "reviewId"), "questionId")
            .join(
                lake.read(Tables.CHUNKS).select(col("chunkId"), col("text")),
                new String[] {"chunkId"},
                "left_outer");
    Dataset<Row> asked =
        lake.spark().createDataset(criteria, RecordEncoder.of(Frame.Criterion.class)).toDF();
    return questions
        .crossJoin(asked)
        .withColumn("last", lit("soft").equalTo(col("kind")))
        .orderBy("reviewId", "last", "name")
        .select(COLUMNS.stream().map(e -> expr(e)).toArray(org.apache.spark.sql.Column[]::new));
  }
}
