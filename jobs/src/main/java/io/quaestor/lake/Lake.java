package io.quaestor.lake;

import static org.apache.spark.sql.functions.expr;

import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import io.quaestor.JobException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The tables of one warehouse, by path; nothing else in the system touches Delta. */
public final class Lake {
  private static final int CONFLICT_ATTEMPTS = 5;

  private final SparkSession spark;
  private final Path root;

  private Lake(SparkSession spark, Path root) {
    this.spark = spark;
    this.root = root;
  }

  /**
   * Opens a warehouse, making it when the folder is new or empty, and bringing the tables of an
   * older layout up to date.
   *
   * @param warehouse any URI Hadoop knows
   * @throws JobException with exit code 2 when it cannot be used
   */
  public static Lake open(SparkSession spark, String warehouse) {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    Layout.Found found = Layout.openOrCreate(new Path(warehouse), hadoop);
    Lake lake = new Lake(spark, found.root());
    if (found.version() < Layout.VERSION) {
      new Upgrade(lake).execute();
      Layout.upgraded(found.root(), hadoop);
    }
    return lake;
  }

  /**
   * Opens the warehouse that is there.
   *
   * @throws JobException with exit code 2 when there is none or it cannot be used
   */
  public static Lake openExisting(SparkSession spark, String warehouse) {
    if (!exists(spark, warehouse)) {
      throw JobException.input(
          "no_warehouse",
          "There is no warehouse at %s".formatted(warehouse),
          "run `quaestor demo` or `quaestor ingest PATH...`, or name it with --warehouse");
    }
    return open(spark, warehouse);
  }

  /** Whether there is a warehouse at this place. */
  public static boolean exists(SparkSession spark, String warehouse) {
    return Layout.exists(new Path(warehouse), spark.sparkContext().hadoopConfiguration());
  }

  /**
   * Looks at a place without a session and without making anything: what is there, in words.
   *
   * @throws JobException with exit code 2 when it cannot be used
   */
  public static String probe(String warehouse) {
    return Layout.probe(new Path(warehouse), new Configuration());
  }

  public SparkSession spark() {
    return spark;
  }

  public Path root() {
    return root;
  }

  /** Typed rows; none when the table has not been written yet. */
  public <T extends Record> Dataset<T> read(Table<T> table) {
    return typed(rows(table), table.row());
  }

  /** Questions for students, as {@code active_questions} has them. */
  public Dataset<Row> active() {
    return rows(Tables.QUESTIONS).filter(View.SERVED);
  }

  /** Table rows, snake_case, as records. */
  public <T extends Record> Dataset<T> typed(Dataset<Row> rows, Class<T> type) {
    return new RowMapping<>(type).typed(rows);
  }

  /** Rows as they stand in the table, snake_case; none when it has not been written yet. */
  public Dataset<Row> rows(Table<?> table) {
    if (!exists(table)) {
      return spark.createDataFrame(List.of(), new RowMapping<>(table.row()).tableSchema());
    }
    return spark.read().format("delta").load(path(table));
  }

  /**
   * Rows as they stood at a version of the table, in its present columns; those it did not have yet
   * are null.
   *
   * @throws RuntimeException when the version is not kept any more, here or when its rows are read
   */
  public Dataset<Row> rows(Table<?> table, long version) {
    Dataset<Row> then =
        spark.read().format("delta").option("versionAsOf", version).load(path(table));
    return spark
        .createDataFrame(List.of(), new RowMapping<>(table.row()).tableSchema())
        .unionByName(then, true);
  }

  public boolean exists(Table<?> table) {
    return DeltaTable.isDeltaTable(spark, path(table));
  }

  /** Newest version of a table, from its log alone; -1 when it has not been written yet. */
  public long version(Table<?> table) {
    return org.apache.spark.sql.delta.DeltaLog.forTable(spark, path(table))
        .update(false, scala.Option.empty(), scala.Option.empty())
        .version();
  }

  /**
   * Appends once: a second append under the same writer and sequence number does nothing, in this
   * process or any later one.
   *
   * @param writer what is being written, such as a run's id
   * @param sequence numbers must grow for one writer and table
   */
  public <T extends Record> void append(
      Table<T> table, Dataset<T> typed, String writer, long sequence) {
    create(table);
    new RowMapping<>(table.row())
        .rows(typed)
        .write()
        .format("delta")
        .mode("append")
        .option("txnAppId", writer)
        .option("txnVersion", sequence)
        .save(path(table));
  }

  /**
   * The same rows, computed now and once, cut off from how they came about: plans built on them
   * stay small. On a cluster they outlive the executor that computed them.
   */
  public <T> Dataset<T> settled(Dataset<T> rows) {
    if (spark.sparkContext().isLocal()) {
      return rows.localCheckpoint();
    }
    if (spark.sparkContext().getCheckpointDir().isEmpty()) {
      spark.sparkContext().setCheckpointDir(scratch().toString());
    }
    return rows.checkpoint();
  }

  /**
   * Removes rows settled by jobs that have ended. The caller holds the warehouse's lock.
   *
   * @throws UncheckedIOException when they cannot be removed
   */
  public void clearScratch() {
    try {
      FileSystem files = scratch().getFileSystem(spark.sparkContext().hadoopConfiguration());
      files.delete(scratch(), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path scratch() {
    return new Path(root, "_quaestor/scratch");
  }

  /** Typed rows as table rows, snake_case. */
  public <T extends Record> Dataset<Row> tableRows(Dataset<T> typed, Class<T> type) {
    return new RowMapping<>(type).rows(typed);
  }

  /**
   * Appends the rows whose key is not in the table yet; no commit when there are none.
   *
   * @return how many were new
   */
  public <T extends Record> long insertNew(Table<T> table, Dataset<T> typed) {
    create(table);
    Dataset<Row> known = rows(table).select(table.key());
    Dataset<Row> fresh =
        new RowMapping<>(table.row())
            .rows(typed)
            .join(known, new String[] {table.key()}, "left_anti")
            .persist();
    long added = fresh.count();
    if (added > 0) {
      fresh.write().format("delta").mode("append").save(path(table));
    }
    fresh.unpersist();
    return added;
  }

  /**
   * Appends unless somebody has appended in this way since the table had a version: of several who
   * have seen the same version, in any processes, at most one gets its rows in.
   *
   * @param seen {@link #version} before the caller read what the rows follow from
   * @return whether nobody else came first; when nothing was thrown, not whether the rows are in:
   *     read them back
   */
  public <T extends Record> boolean appendAfter(Table<T> table, Dataset<T> typed, long seen) {
    try {
      append(table, typed, table.name(), seen + 1);
      return true;
    } catch (io.delta.exceptions.ConcurrentTransactionException other) {
      return false;
    }
  }

  /**
   * Changes some columns of one row, in one commit.
   *
   * @param condition over the table's columns; no row changes where it does not hold
   */
  public void change(Table<?> table, Column condition, Map<String, Column> values) {
    retryingConflicts(() -> DeltaTable.forPath(spark, path(table)).update(condition, values));
  }

  /** Appends rows that the caller knows not to be there. */
  public <T extends Record> void add(Table<T> table, Dataset<T> typed) {
    addRows(table, new RowMapping<>(table.row()).rows(typed));
  }

  /** The same of rows as they stand in the table. */
  public void addRows(Table<?> table, Dataset<Row> rows) {
    create(table);
    rows.write().format("delta").mode("append").save(path(table));
  }

  /** Replaces all rows in which a column has a value by these, in one commit. */
  public <T extends Record> void replace(
      Table<T> table, Dataset<T> typed, String column, String value) {
    create(table);
    new RowMapping<>(table.row())
        .rows(typed)
        .write()
        .format("delta")
        .mode("overwrite")
        .option("replaceWhere", "%s = '%s'".formatted(column, value))
        .save(path(table));
  }

  /**
   * Makes these the table's only rows, in one commit; no commit when they are already.
   *
   * @return whether anything changed
   */
  public <T extends Record> boolean replaceAll(Table<T> table, Dataset<T> typed) {
    create(table);
    Dataset<Row> wanted = new RowMapping<>(table.row()).rows(typed).persist();
    try {
      Dataset<Row> present = rows(table);
      boolean changed =
          !wanted.exceptAll(present).isEmpty() || !present.exceptAll(wanted).isEmpty();
      if (changed) {
        wanted.write().format("delta").mode("overwrite").save(path(table));
      }
      return changed;
    } finally {
      wanted.unpersist();
    }
  }

  /** Inserts rows whose key is new and replaces those whose key is there, in one commit. */
  public <T extends Record> void upsert(Table<T> table, Dataset<T> typed) {
    create(table);
    Dataset<Row> source = new RowMapping<>(table.row()).rows(typed);
    retryingConflicts(
        () ->
            DeltaTable.forPath(spark, path(table))
                .as("old")
                .merge(source.as("new"), sameKey(table))
                .whenMatched()
                .updateAll()
                .whenNotMatched()
                .insertAll()
                .execute());
  }

  /**
   * Changes some columns of the rows whose key stands in {@code changes}, in one commit.
   *
   * @param changes key and new values, snake_case
   * @param guard SQL condition over {@code old} and {@code new} that must hold for a row to change
   */
  public void update(Table<?> table, Dataset<Row> changes, List<String> columns, String guard) {
    Map<String, Column> values = new HashMap<>();
    columns.forEach(column -> values.put(column, expr("new." + column)));
    retryingConflicts(
        () ->
            DeltaTable.forPath(spark, path(table))
                .as("old")
                .merge(changes.as("new"), sameKey(table))
                .whenMatched(guard)
                .update(values)
                .execute());
  }

  /**
   * Removes the rows whose values are among these, in one commit.
   *
   * @param values distinct, in columns called as in the table
   * @return how many were removed
   */
  public long delete(Table<?> table, Dataset<Row> values) {
    if (!exists(table)) {
      return 0;
    }
    String same =
        Stream.of(values.columns())
            .map("old.%1$s <=> gone.%1$s"::formatted)
            .collect(Collectors.joining(" AND "));
    long[] deleted = new long[1];
    retryingConflicts(
        () -> {
          DeltaTable old = DeltaTable.forPath(spark, path(table)).as("old");
          Row done = old.merge(values.as("gone"), same).whenMatched().delete().execute().head();
          deleted[0] = done.getAs("num_deleted_rows");
        });
    return deleted[0];
  }

  /**
   * Makes the rows of a scope be these: adds those whose key is new, then removes the others. No
   * commit where there is nothing to do, so a reader may see both for a moment, never neither.
   *
   * @param typed distinct keys, each derived from all of its row
   * @param scope condition over the table's columns
   * @return whether the table changed
   */
  public <T extends Record> boolean renew(Table<T> table, Dataset<T> typed, Column scope) {
    Dataset<Row> keys = new RowMapping<>(table.row()).rows(typed).select(table.key());
    Dataset<Row> gone = settled(rows(table).filter(scope).select(table.key()).except(keys));
    boolean added = insertNew(table, typed) > 0;
    if (gone.isEmpty()) {
      return added;
    }
    delete(table, gone);
    return true;
  }

  /** Registers every table and view under its own name in the session. */
  public void registerViews() {
    registerViews(Tables.all());
  }

  /** The same of these tables only, and the views over them. */
  public void registerViews(List<Table<?>> tables) {
    tables.forEach(table -> rows(table).createOrReplaceTempView(table.name()));
    View.all().stream()
        .filter(view -> tables.containsAll(view.over()))
        .forEach(view -> spark.sql(view.query()).createOrReplaceTempView(view.name()));
  }

  String path(Table<?> table) {
    return new Path(root, table.name()).toString();
  }

  private static String sameKey(Table<?> table) {
    return "old.%1$s = new.%1$s".formatted(table.key());
  }

  private void create(Table<?> table) {
    if (exists(table)) {
      return;
    }
    DeltaTableBuilder builder =
        DeltaTable.createIfNotExists(spark)
            .location(path(table))
            .addColumns(new RowMapping<>(table.row()).tableSchema());
    if (!table.clusterBy().isEmpty()) {
      builder =
          builder
              .clusterBy(table.clusterBy().toArray(String[]::new))
              .property("delta.dataSkippingStatsColumns", String.join(",", table.statistics()));
    }
    if (table.check() != null) {
      builder = builder.property("delta.constraints." + table.name() + "_rows", table.check());
    }
    builder.execute();
  }

  private static void retryingConflicts(Runnable commit) {
    List<RuntimeException> conflicts = new ArrayList<>();
    while (true) {
      try {
        commit.run();
        return;
      } catch (io.delta.exceptions.DeltaConcurrentModificationException conflict) {
        conflicts.add(conflict);
        if (conflicts.size() == CONFLICT_ATTEMPTS) {
          throw conflict;
        }
      }
    }
  }
}
