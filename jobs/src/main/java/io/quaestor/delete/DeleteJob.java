package io.quaestor.delete;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.quaestor.ExitCode;
import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.delete.Intent.Effect;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Table;
import io.quaestor.lake.Tables;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Deletes something and what belongs to it (see {@link io.quaestor.lake.References}), all of it or
 * nothing: what is to be done is written down first, and whatever job comes next finishes it.
 */
public final class DeleteJob {
  private final Lake lake;
  private final Clock clock;
  private final String runId;

  /**
   * @param runId under which it can be undone
   */
  public DeleteJob(Lake lake, Clock clock, String runId) {
    this.lake = lake;
    this.clock = clock;
    this.runId = runId;
  }

  /**
   * Counts, then deletes.
   *
   * @param dryRun only count
   * @return rows by table, those of tables that lose some; {@code questions_stale} are questions
   *     that stay
   * @throws JobException with exit code 2 when there is no such thing
   */
  public JobOutcome execute(Kind kind, String subject, boolean dryRun) {
    lake.spark().sparkContext().setJobDescription("delete: count what belongs to it");
    List<String> ids = kind.find(subject, lake.rows(kind.table()));
    if (ids.isEmpty()) {
      throw kind.unknown(subject);
    }
    Intent intent = decide(kind, subject, ids);
    if (!dryRun) {
      lake.spark().sparkContext().setJobDescription("delete: " + kind);
      carryOut(intent);
    }
    return JobOutcome.complete(intent.counts(), !dryRun);
  }

  private void carryOut(Intent intent) {
    Intents intents = new Intents(lake);
    intents.write(intent);
    long done = new Deleting(lake, intent).execute();
    intents.remove(intent);
    long expected = intent.effects().stream().mapToLong(Effect::rows).sum();
    if (done != expected) {
      throw new JobException(
          ExitCode.INTERNAL,
          "counts_differ",
          "%,d rows belonged to it and %,d were changed: another has written meanwhile"
              .formatted(expected, done),
          "see `quaestor sql \"SELECT * FROM orphans\"`");
    }
  }

  /** What is to be done; nothing is yet. */
  Intent decide(Kind kind, String subject, List<String> ids) {
    Reach reach = new Reach(lake, kind, ids, lake::rows);
    Map<String, Long> counts = counts(reach);
    List<Effect> effects = new ArrayList<>();
    for (Table<?> table : reach.tables()) {
      effect(table, Effect.DELETED, counts.get(table.name()), effects);
    }
    effect(Tables.QUESTIONS, Effect.STALE, counts.get(Effect.STALE), effects);
    return new Intent(
        Intent.DELETE,
        runId,
        kind.toString(),
        subject,
        ids,
        effects,
        units(kind, ids),
        clock.millis());
  }

  private void effect(Table<?> table, String effect, Long rows, List<Effect> effects) {
    if (rows != null) {
      effects.add(new Effect(table.name(), effect, rows, lake.version(table)));
    }
  }

  /** By table, and of questions that stay; those of nothing are not there. */
  private Map<String, Long> counts(Reach reach) {
    Dataset<Row> all = reach.stale().select(lit(Effect.STALE).as("what"));
    for (Table<?> table : reach.tables()) {
      if (lake.exists(table)) {
        all = all.union(reach.going(table).select(lit(table.name())));
      }
    }
    Map<String, Long> counts = new HashMap<>();
    all.groupBy("what")
        .count()
        .collectAsList()
        .forEach(r -> counts.put(r.getString(0), r.getLong(1)));
    return counts;
  }

  /** Units that lose a document; a batch belongs to none. */
  private List<String> units(Kind kind, List<String> ids) {
    return kind != Kind.DOCUMENT
        ? List.of()
        : lake.rows(Tables.DOCUMENTS)
            .filter(col(Tables.DOCUMENTS.key()).isin(ids.toArray()))
            .filter("unit_id IS NOT NULL")
            .select("unit_id")
            .distinct()
            .as(Encoders.STRING())
            .collectAsList();
  }
}
