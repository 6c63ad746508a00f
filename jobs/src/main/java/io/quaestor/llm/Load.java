package io.quaestor.llm;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.quaestor.lake.RecordEncoder;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What there is to ask of a model.
 *
 * @param open whether it is to be sent; otherwise the ledger has it
 * @param purpose of one of the asks
 * @param asks distinct ones
 * @param prefixes distinct ones of those to be sent, but for empty ones
 */
public record Load(String model, boolean open, String purpose, long asks, long prefixes) {

  static List<Load> of(Dataset<Row> marked) {
    return marked
        .groupBy("model", "open")
        .agg(
            first("purpose").as("purpose"),
            countDistinct(col("askId")).as("asks"),
            countDistinct(when(col("ask.prefix").notEqual(""), xxhash64(col("ask.prefix"))))
                .as("prefixes"))
        .orderBy("model")
        .as(RecordEncoder.of(Load.class))
        .collectAsList();
  }

  static long asks(List<Load> loads, boolean open) {
    return loads.stream().filter(load -> load.open() == open).mapToLong(Load::asks).sum();
  }

  String words(long all) {
    return "%s: %,d asks to %s".formatted(purpose, all, model);
  }
}
