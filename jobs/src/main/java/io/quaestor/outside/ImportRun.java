package io.quaestor.outside;

import static org.apache.spark.sql.functions.expr;

import io.quaestor.udfs.text.Hashes;
import java.io.Serializable;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One import of questions: a run of the pipeline {@code import}. */
record ImportRun(String runId, String version, boolean replace, Instant now)
    implements Serializable {

  /** The same for the same rows, wherever their files are. */
  static String id(String version, boolean replace, Dataset<ParsedQuestion> rows) {
    Row digest =
        rows.agg(
                expr("count(*)"),
                expr("bit_xor(xxhash64(number, to_json(cells)))"),
                expr("sum(pmod(hash(number, to_json(cells)), 1000003))"))
            .head();
    return Hashes.id("run", Place.PIPELINE, version, String.valueOf(replace), digest.toString());
  }
}
