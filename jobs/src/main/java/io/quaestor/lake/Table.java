package io.quaestor.lake;

import java.util.List;
import java.util.stream.Stream;

/**
 * A Delta table: one record is its schema, codec and type.
 *
 * @param name snake_case name
 * @param row record class of its rows
 * @param key column that identifies a row, snake_case
 * @param clusterBy columns that queries filter on; empty for none
 * @param check SQL condition every row must satisfy, null for none
 */
public record Table<T extends Record>(
    String name, Class<T> row, String key, List<String> clusterBy, String check) {

  static <T extends Record> Table<T> of(String name, Class<T> row, String key) {
    return new Table<>(name, row, key, List.of(), null);
  }

  /** Columns whose minima and maxima are kept per file. */
  List<String> statistics() {
    return Stream.concat(Stream.of(key), clusterBy.stream()).distinct().toList();
  }

  Table<T> clustered(String... columns) {
    return new Table<>(name, row, key, List.of(columns), check);
  }

  Table<T> checked(String condition) {
    return new Table<>(name, row, key, clusterBy, condition);
  }
}
