package io.quaestor.agree;

import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.quaestor.lake.RecordEncoder;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * How many questions of the same kind got the same verdicts from all auditors: what everything but
 * blind spots and clustered intervals is computed from. Its size grows with kinds of questions and
 * verdicts rather than with questions.
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

  /** A row with the columns of {@link Places}, {@code codes}, {@code questions} and digests. */
  static Dataset<Row> of(Dataset<Tally> tallies, Dataset<Row> places) {
    return tallies
        .where(col(Places.PLACE).isNotNull())
        .groupBy(col(Places.PLACE), col("codes"))
        .agg(
            sum("questions").as("questions"),
            bit_xor(col("digest1")).as("digest1"),
            bit_xor(col("digest2")).as("digest2"))
        .join(places, Places.PLACE);
  }

  /** The same verdicts in the same segment, with the number of questions. */
  static Dataset<Vote> votes(Dataset<Row> cells) {
    return cells
        .select(functions.expr(SEGMENTS), col("codes"), col("questions"))
        .groupBy("kind", "segment", "codes")
        .agg(sum("questions").as("questions"))
        .as(RecordEncoder.of(Vote.class));
  }

  /** The same verdicts on questions of the same document; its number is the segment. */
  static Dataset<Vote> byDocument(Dataset<Tally> tallies) {
    Column document = col("document");
    return tallies
        .where(document.isNotNull())
        .groupBy("document", "codes")
        .agg(sum("questions").as("questions"))
        .select(
            lit("document").as("kind"),
            when(document.notEqual(Places.NO_DOCUMENT), document.cast("string")).as("segment"),
            col("codes"),
            col("questions"))
        .as(RecordEncoder.of(Vote.class));
  }
}
