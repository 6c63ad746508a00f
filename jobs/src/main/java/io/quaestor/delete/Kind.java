package io.quaestor.delete;

import static org.apache.spark.sql.functions.col;

import io.quaestor.JobException;
import io.quaestor.lake.Table;
import io.quaestor.lake.Tables;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** What can be deleted, with all that belongs to it. */
public enum Kind {
  BATCH(Tables.BATCHES, "batch_id"),
  /** By its id, or all versions by their path. */
  DOCUMENT(Tables.DOCUMENTS, "path"),
  /** By its id or name; what was promoted from it stays. */
  EXPERIMENT(Tables.EXPERIMENTS, "name");

  private final Table<?> table;
  private final String name;

  /**
   * @param name column that names it beside the key
   */
  Kind(Table<?> table, String name) {
    this.table = table;
    this.name = name;
  }

  /** The word for it on the command line and in tables. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Kind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  Table<?> table() {
    return table;
  }

  /** Keys of what a user calls so; none when there is nothing. */
  List<String> find(String subject, Dataset<Row> rows) {
    return rows.filter(col(table.key()).equalTo(subject).or(col(name).equalTo(subject)))
        .select(table.key())
        .as(Encoders.STRING())
        .collectAsList();
  }

  JobException unknown(String subject) {
    return JobException.input(
        "unknown_" + this,
        "There is no %s %s".formatted(this, subject),
        "see `quaestor sql \"SELECT * FROM %s\"`".formatted(table.name()));
  }
}
