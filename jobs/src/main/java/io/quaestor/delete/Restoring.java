package io.quaestor.delete;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.quaestor.JobException;
import io.quaestor.delete.Intent.Effect;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Reference;
import io.quaestor.lake.References;
import io.quaestor.lake.Table;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Deletion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Puts back what a deletion took, and nothing else: rows that are there again stay as they are, and
 * so does what other jobs have written since. Doing it again does what is left of it.
 */
final class Restoring {
  private final Lake lake;
  private final List<Deletion> deletions;
  private final Map<Table<?>, Dataset<Row>> missing;
  private final Dataset<Row> unmarked;

  /**
   * Reads all that is to be put back; nothing changes yet.
   *
   * @param deletion id of the run
   * @throws JobException with exit code 2 when there was no such deletion or its history is gone
   */
  Restoring(Lake lake, String deletion) {
    this.lake = lake;
    this.deletions =
        lake.read(Tables.DELETIONS).filter(col("runId").equalTo(deletion)).collectAsList();
    if (deletions.isEmpty()) {
      throw JobException.input(
          "unknown_deletion",
          "There is no deletion by run %s".formatted(deletion),
          "see `quaestor sql \"SELECT DISTINCT run_id, kind, subject_id, deleted_at FROM"
              + " deletions\"`");
    }
    Before before = new Before(lake, deletions);
    this.missing = before.missing();
    this.unmarked = before.unmarked();
  }

  /** What it does to each table; none for one that has all its rows. */
  List<Effect> effects() {
    List<Effect> effects = new ArrayList<>();
    missing.forEach((table, rows) -> effect(table, Effect.DELETED, rows, effects));
    effect(Tables.QUESTIONS, Effect.STALE, unmarked, effects);
    return effects;
  }

  List<String> units() {
    return deletions.get(0).units();
  }

  private void effect(Table<?> table, String effect, Dataset<Row> rows, List<Effect> effects) {
    long count = rows.count();
    if (count > 0) {
      effects.add(new Effect(table.name(), effect, count, lake.version(table)));
    }
  }

  /** Rows come back before those that are found through them. */
  void execute(Intent intent) {
    missing.forEach(
        (table, rows) -> {
          if (intent.has(table.name(), Effect.DELETED) && !rows.isEmpty()) {
            lake.addRows(table, rows);
          }
        });
    if (intent.has(Tables.QUESTIONS.name(), Effect.STALE)) {
      set(unmarked, "old.review_status = 'stale'");
    }
    if (intent.has(Tables.QUESTIONS.name(), Effect.DELETED)) {
      markLost(intent);
    }
    Deleting.sumUp(lake, intent);
  }

  /** Questions whose source was deleted while they were away. */
  private void markLost(Intent intent) {
    lake.registerViews();
    Dataset<Row> lost =
        lake.spark()
            .sql(Reference.orphans(References.of(Tables.QUESTIONS, Reference.Loss.STALE)))
            .select(
                col("row_id").as(Tables.QUESTIONS.key()),
                lit(Effect.STALE).as("review_status"),
                lit(intent.time()).as("updated_at"))
            .distinct();
    Dataset<Row> settled = lake.settled(lost);
    if (!settled.isEmpty()) {
      set(settled, "old." + Reference.SERVABLE);
    }
  }

  private void set(Dataset<Row> questions, String guard) {
    lake.update(Tables.QUESTIONS, questions, List.of("review_status", "updated_at"), guard);
  }
}
