package io.quaestor.delete;

import static org.apache.spark.sql.functions.lit;

import io.quaestor.delete.Intent.Effect;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Reference;
import io.quaestor.lake.Table;
import io.quaestor.lake.Tables;
import io.quaestor.lake.Together;
import io.quaestor.lake.UnitSums;
import io.quaestor.tables.Deletion;
import io.quaestor.tables.Document;
import io.quaestor.udfs.text.Hashes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Carries out a deletion that has been decided on; doing it again does what is left of it.
 *
 * <p>Rows go before those through which they are found, so that a deletion that was cut short finds
 * the rest of them. Books are kept last: table {@code deletions}.
 */
final class Deleting {
  private final Lake lake;
  private final Intent intent;
  private final Reach reach;

  Deleting(Lake lake, Intent intent) {
    this.lake = lake;
    this.intent = intent;
    this.reach = new Reach(lake, Kind.of(intent.kind()), intent.ids(), lake::rows);
  }

  /** How many rows were deleted or marked, by this call. */
  long execute() {
    List<Table<?>> losing =
        new ArrayList<>(
            reach.tables().stream().filter(t -> intent.has(t.name(), Effect.DELETED)).toList());
    Collections.reverse(losing);
    AtomicLong done = new AtomicLong();
    List<Runnable> first = new ArrayList<>();
    losing.stream()
        .filter(table -> !reach.leads(table))
        .forEach(table -> first.add(() -> done.addAndGet(delete(table))));
    if (intent.has(Tables.QUESTIONS.name(), Effect.STALE)) {
      first.add(() -> done.addAndGet(mark()));
    }
    Together.run(first.toArray(Runnable[]::new));
    losing.stream().filter(reach::leads).forEach(table -> done.addAndGet(delete(table)));
    sumUp(lake, intent);
    keepBooks();
    return done.get();
  }

  private long delete(Table<?> table) {
    return lake.delete(table, reach.going(table).distinct());
  }

  private long mark() {
    Dataset<Row> stale =
        lake.settled(
            reach
                .stale()
                .withColumn("review_status", lit("stale"))
                .withColumn("updated_at", lit(intent.time())));
    lake.update(
        Tables.QUESTIONS,
        stale,
        List.of("review_status", "updated_at"),
        "old." + Reference.SERVABLE);
    return stale.count();
  }

  /** Units as they are with the documents that are there. */
  static void sumUp(Lake lake, Intent intent) {
    if (!intent.units().isEmpty()) {
      Dataset<Document> none =
          lake.spark().createDataset(List.of(), RecordEncoder.of(Document.class));
      lake.upsert(Tables.UNITS, new UnitSums(lake, intent.time()).after(none, intent.units()));
    }
  }

  private void keepBooks() {
    List<Deletion> rows = intent.effects().stream().map(this::row).toList();
    lake.append(
        Tables.DELETIONS,
        lake.spark().createDataset(rows, RecordEncoder.of(Deletion.class)),
        "delete:" + intent.runId(),
        1);
  }

  private Deletion row(Effect effect) {
    return new Deletion(
        Hashes.id("del", intent.runId(), effect.table(), effect.effect()),
        intent.runId(),
        intent.kind(),
        intent.subject(),
        effect.table(),
        effect.effect(),
        effect.rows(),
        effect.version(),
        intent.units(),
        intent.time());
  }
}
