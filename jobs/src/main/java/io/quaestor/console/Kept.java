package io.quaestor.console;

import io.quaestor.lake.Lake;
import io.quaestor.lake.Table;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;

/**
 * Rows kept in memory for as long as the tables they come from do not change.
 *
 * @param <T> a row
 */
final class Kept<T> {
  private static final long MOST_BYTES = 500_000_000;

  private final Lake lake;
  private final List<Table<?>> from;
  private final Supplier<Dataset<T>> read;
  private List<Long> versions = List.of();
  private Dataset<T> rows;

  /**
   * @param from the tables that {@code read} reads
   */
  Kept(Lake lake, List<Table<?>> from, Supplier<Dataset<T>> read) {
    this.lake = lake;
    this.from = from;
    this.read = read;
  }

  /** The rows as they are now; reads them again when a table has a newer version. */
  synchronized Dataset<T> now() {
    List<Long> newest = versions();
    if (!newest.equals(versions)) {
      Dataset<T> fresh = kept(read.get());
      if (rows != null) {
        rows.unpersist();
      }
      rows = fresh;
      versions = newest;
    }
    return rows;
  }

  /** What is too large to be kept is read from its files each time. */
  private static <T> Dataset<T> kept(Dataset<T> fresh) {
    boolean small =
        fresh
            .queryExecution()
            .optimizedPlan()
            .stats()
            .sizeInBytes()
            .$less(scala.math.BigInt.apply(MOST_BYTES));
    return small ? fresh.persist() : fresh;
  }

  /** Versions of the tables now. */
  List<Long> versions() {
    return from.stream().map(lake::version).toList();
  }
}
