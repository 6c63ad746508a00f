package io.quaestor.lake;

import io.delta.tables.DeltaTable;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.spark.sql.RuntimeConfig;

/** Files of tables: how many there are, fewer of them, and none that nobody needs. */
public final class Upkeep {
  private static final String CHECK = "spark.databricks.delta.retentionDurationCheck.enabled";
  private static final String LISTING = "spark.sql.sources.parallelPartitionDiscovery.parallelism";
  private static final double HOUR = Duration.ofHours(1).toSeconds();

  private final Lake lake;
  private final Duration retain;

  /**
   * @param retain how far back the files of earlier versions are kept
   */
  public Upkeep(Lake lake, Duration retain) {
    this.lake = lake;
    this.retain = retain;
  }

  /** Files of a table's newest version. */
  public long files(Table<?> table) {
    return delta(table).detail().select("numFiles").head().getLong(0);
  }

  /** Files that {@link #remove} would remove; of more than a thousand Delta names no more. */
  public long removable(Table<?> table) {
    String query =
        "VACUUM delta.`%s` RETAIN %s HOURS DRY RUN".formatted(lake.path(table), retain.toHours());
    return unchecked(() -> lake.spark().sql(query).count());
  }

  /** Puts small files together; of clustered tables in their order. Rows stay as they are. */
  public void compact(Table<?> table) {
    delta(table).optimize().executeCompaction();
  }

  /**
   * Removes files that only versions older than what is kept need.
   *
   * @return how many
   */
  public long remove(Table<?> table) {
    long removed = removable(table);
    if (removed > 0) {
      unchecked(() -> delta(table).vacuum(retain.toSeconds() / HOUR));
    }
    return removed;
  }

  private DeltaTable delta(Table<?> table) {
    return DeltaTable.forPath(lake.spark(), lake.path(table));
  }

  /**
   * Without Delta's own limit, since the caller has asked whether less is meant; and listed by as
   * many tasks as there are cores, where ten thousand are usual.
   */
  private <T> T unchecked(Supplier<T> work) {
    RuntimeConfig conf = lake.spark().conf();
    String before = conf.get(CHECK, "true");
    String tasks = conf.get(LISTING);
    conf.set(CHECK, "false");
    conf.set(LISTING, Integer.toString(lake.spark().sparkContext().defaultParallelism()));
    try {
      return work.get();
    } finally {
      conf.set(CHECK, before);
      conf.set(LISTING, tasks);
    }
  }
}
