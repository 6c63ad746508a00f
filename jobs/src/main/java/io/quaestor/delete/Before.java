package io.quaestor.delete;

import static org.apache.spark.sql.functions.col;

import io.quaestor.JobException;
import io.quaestor.delete.Intent.Effect;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Table;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Deletion;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a deletion changed, as it was before, from the history of the tables. */
final class Before {
  private final Lake lake;
  private final List<Deletion> deletions;
  private final Map<String, Dataset<Row>> then = new HashMap<>();
  private final Reach reach;

  /**
   * @param deletions the rows of one run, at least one
   * @throws JobException with exit code 2 when a table's history does not go back so far
   */
  Before(Lake lake, List<Deletion> deletions) {
    this.lake = lake;
    this.deletions = deletions;
    Deletion any = deletions.get(0);
    Kind kind = Kind.of(any.kind());
    for (Deletion each : deletions) {
      Table<?> table = Tables.named(each.tableName());
      then.put(table.name(), reading(each, () -> lake.rows(table, each.versionBefore())));
    }
    List<String> ids = reading(any, () -> kind.find(any.subjectId(), rows(kind.table())));
    this.reach = new Reach(lake, kind, ids, this::rows);
  }

  /**
   * Deleted rows that are not there again, by table in the order to put them back; read once and
   * for all.
   */
  Map<Table<?>, Dataset<Row>> missing() {
    Map<Table<?>, Dataset<Row>> missing = new LinkedHashMap<>();
    for (Table<?> table : reach.tables()) {
      deletions.stream()
          .filter(d -> d.tableName().equals(table.name()) && d.effect().equals(Effect.DELETED))
          .forEach(d -> missing.put(table, reading(d, () -> missing(table))));
    }
    return missing;
  }

  private Dataset<Row> missing(Table<?> table) {
    Dataset<Row> there = lake.rows(table).selectExpr(reach.going(table).columns());
    return lake.settled(Reach.matching(reach.whole(table), there, "left_anti"));
  }

  /** Questions that were marked and not touched since: their key, and what they had before. */
  Dataset<Row> unmarked() {
    Deletion any = deletions.get(0);
    String key = Tables.QUESTIONS.key();
    Dataset<Row> marked =
        lake.rows(Tables.QUESTIONS)
            .filter(col("review_status").equalTo(Effect.STALE))
            .filter(col("updated_at").equalTo(any.deletedAt()))
            .select(key);
    Dataset<Row> old =
        rows(Tables.QUESTIONS).select(key, "review_status", "updated_at").join(marked, key);
    return reading(any, () -> lake.settled(old.join(reach.stale(), key)));
  }

  /** The rows of a table then; none of one that lost nothing. */
  private Dataset<Row> rows(Table<?> table) {
    Dataset<Row> rows = then.get(table.name());
    return rows == null ? lake.rows(table).limit(0) : rows;
  }

  private static <T> T reading(Deletion deletion, Supplier<T> read) {
    try {
      return read.get();
    } catch (Exception e) {
      throw JobException.input(
          "history_gone",
          "Run %s cannot be undone: table %s as it was before (version %d) is not to be had: %s"
              .formatted(
                  deletion.runId(),
                  deletion.tableName(),
                  deletion.versionBefore(),
                  String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
          "history is kept until `quaestor maintain` removes what is older than its --retain;"
              + " generate again, which asks no model again");
    }
  }
}
