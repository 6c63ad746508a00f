package io.quaestor.report;

import io.quaestor.lake.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Small typed answers from the tables; every query aggregates or has a limit. */
final class Queries {
  private final SparkSession spark;

  Queries(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * Rows in the query's order.
   *
   * @param row a public record whose components are named like the query's columns
   */
  <T extends Record> List<T> list(Class<T> row, String sql) {
    return spark.sql(sql).as(RecordEncoder.of(row)).collectAsList();
  }

  /** A text as a SQL literal that holds nothing but that text. */
  static String literal(String text) {
    return "CAST(X'%s' AS STRING)"
        .formatted(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
  }
}
