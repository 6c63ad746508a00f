package io.quaestor.agree;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import io.quaestor.lake.RecordEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * How many questions of the same kind and document got the same verdicts from all auditors: what
 * everything but the list of blind spots is computed from. Its size grows with documents and kinds
 * of verdicts rather than with questions.
 */
final class Cells {
  /** Segments by kind; a question is in exactly one of each. */
  private static final String SEGMENTS =
      """
      inline(array(
        named_struct('kind', 'all', 'segment', 'all'),
        named_struct('kind', 'type', 'segment', concat('type=', coalesce(type, 'none'))),
        named_struct(
          'kind', 'difficulty', 'segment', concat('difficulty=', coalesce(difficulty, 'none'))),
        named_struct('kind', 'unit', 'segment', concat('unit=', coalesce(unitId, 'none'))),
        named_struct(
          'kind', 'pipeline', 'segment', concat('pipeline=', coalesce(pipeline, 'none'))),
        named_struct(
          'kind', 'version', 'segment',
          concat('version=', coalesce(pipeline, 'none'), '/', coalesce(pipelineVersion, 'none'))),
        named_struct('kind', 'model', 'segment', concat('model=', coalesce(model, '')))))""";

  private Cells() {}

  /**
   * A row with the columns of {@link Places}, a column per auditor, {@code questions} and digests.
   */
  static Dataset<Row> of(Dataset<Row> ballots, Dataset<Row> places, int auditors) {
    List<Column> key = new ArrayList<>(List.of(col(Places.PLACE)));
    key.addAll(codes(auditors));
    return ballots
        .groupBy(key.toArray(Column[]::new))
        .agg(count(lit(1)).as("questions"), digest(1, key), digest(2, key))
        .join(places, Places.PLACE);
  }

  /** The same verdicts in the same segment, with the number of questions. */
  static Dataset<Vote> votes(Dataset<Row> cells, int auditors) {
    return cells
        .select(
            functions.expr(SEGMENTS),
            array(codes(auditors).toArray(Column[]::new)).as("codes"),
            col("questions"))
        .groupBy("kind", "segment", "codes")
        .agg(sum("questions").as("questions"))
        .as(RecordEncoder.of(Vote.class));
  }

  /** The same verdicts on questions of the same document; the document is the segment. */
  static Dataset<Vote> byDocument(Dataset<Row> cells, int auditors) {
    return cells
        .groupBy(
            Stream.concat(Stream.of(col(Places.DOCUMENT)), codes(auditors).stream())
                .toArray(Column[]::new))
        .agg(sum("questions").as("questions"))
        .select(
            lit("document").as("kind"),
            col(Places.DOCUMENT).as("segment"),
            array(codes(auditors).toArray(Column[]::new)).as("codes"),
            col("questions"))
        .as(RecordEncoder.of(Vote.class));
  }

  static List<Column> codes(int auditors) {
    return IntStream.range(0, auditors).mapToObj(i -> col(Ballots.column(i))).toList();
  }

  /** Of the questions with their verdicts, whatever their order. */
  private static Column digest(int salt, List<Column> key) {
    Column[] hashed =
        Stream.concat(Stream.of(lit(salt), col("questionId")), key.stream()).toArray(Column[]::new);
    return bit_xor(xxhash64(hashed)).as("digest" + salt);
  }
}
