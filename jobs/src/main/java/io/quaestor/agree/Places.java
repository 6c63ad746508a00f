package io.quaestor.agree;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.quaestor.tables.Question;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What questions are told apart by in a comparison (type, difficulty, unit and so on), as a number
 * that stands for all of it until questions have been counted.
 */
final class Places {
  static final String PLACE = "place";

  /** Number of questions whose document is not known. */
  static final long NO_DOCUMENT = 0;

  /** A hash leaves nulls out; so that their position counts, they are hashed as this. */
  private static final String NONE = "\u0000none";

  private static final List<String> COLUMNS =
      List.of("type", "difficulty", "unitId", "pipeline", "pipelineVersion", "model");

  private static final String SAME =
      "Two kinds of questions have the same hash; nothing was written: report this";

  private Places() {}

  static Column place() {
    return xxhash64(
        COLUMNS.stream().map(name -> coalesce(col(name), lit(NONE))).toArray(Column[]::new));
  }

  /** A number for the document that a question was made from. */
  static Column document() {
    return when(col("documentId").isNull(), lit(NO_DOCUMENT))
        .otherwise(xxhash64(col("documentId")));
  }

  /** One row per number, with what it stands for; fails when it stands for two things. */
  static Dataset<Row> of(Dataset<Question> questions) {
    Column[] columns = COLUMNS.stream().map(functions::col).toArray(Column[]::new);
    Dataset<Row> distinct = questions.toDF().select(columns).distinct();
    return distinct
        .groupBy(place().as(PLACE))
        .agg(first(struct(columns)).as("stands"), count(lit(1)).as("times"))
        .select(
            col(PLACE),
            when(col("times").equalTo(1), col("stands"))
                .otherwise(raise_error(lit(SAME)))
                .as("stands"))
        .select(
            Stream.concat(
                    Stream.of(col(PLACE)), COLUMNS.stream().map(name -> col("stands." + name)))
                .toArray(Column[]::new));
  }
}
