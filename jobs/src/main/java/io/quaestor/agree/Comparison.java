package io.quaestor.agree;

import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import io.quaestor.lake.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Which verdicts are compared.
 *
 * @param id the same for the same auditors, verdicts and segments, whatever their order in storage
 * @param scopes one per pair that has a question in common, in name order
 */
record Comparison(String id, int pairs, List<Scope> scopes) {

  static Comparison of(List<String> auditors, Dataset<Row> judgedByBoth) {
    List<Scope> scopes =
        judgedByBoth
            .groupBy("auditorA", "auditorB")
            .agg(
                count(lit(1)).as("judged"),
                criteria("a.gate").as("gateA"),
                criteria("a.soft").as("softA"),
                criteria("b.gate").as("gateB"),
                criteria("b.soft").as("softB"),
                concat_ws(" ", digest(1), digest(2)).as("mark"))
            .orderBy("auditorA", "auditorB")
            .as(RecordEncoder.of(Scope.class))
            .collectAsList();
    String verdicts =
        scopes.stream()
            .map(s -> "%s %s %d %s".formatted(s.auditorA(), s.auditorB(), s.judged(), s.mark()))
            .collect(Collectors.joining("\n"));
    int pairs = auditors.size() * (auditors.size() - 1) / 2;
    return new Comparison(sha256(auditors + "\n" + verdicts), pairs, scopes);
  }

  /** Questions judged by both, over all pairs. */
  long judged() {
    return scopes.stream().mapToLong(Scope::judged).sum();
  }

  Dataset<Row> dataset(SparkSession spark) {
    return broadcast(spark.createDataset(scopes, RecordEncoder.of(Scope.class)).toDF());
  }

  private static Column criteria(String verdicts) {
    return expr(
        "array_sort(array_distinct(flatten(collect_set(map_keys(%s)))))".formatted(verdicts));
  }

  private static Column digest(int salt) {
    return bit_xor(
            xxhash64(
                lit(salt),
                col("a.auditId"),
                col("b.auditId"),
                col("type"),
                col("difficulty"),
                col("unitId")))
        .cast("string");
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
