package io.quaestor.lake;

import io.quaestor.tables.Orphan;
import java.util.List;
import java.util.stream.Stream;

/**
 * A query under a name of its own.
 *
 * @param row record class of its rows
 * @param over tables that must be there under their names
 * @param query SQL
 */
public record View(String name, Class<? extends Record> row, List<Table<?>> over, String query) {
  static final String SERVED =
      "quality_status = 'active' AND review_status NOT IN ('rejected', 'archived', 'stale')";

  private static final View ACTIVE_QUESTIONS = some("active_questions", Tables.QUESTIONS, SERVED);
  private static final View DEAD_LETTERS = some("dead_letters", Tables.LLM_CALLS, "status <> 'ok'");
  private static final View ORPHANS =
      new View("orphans", Orphan.class, named(), Reference.orphans(References.all()));

  /** All there are. */
  public static List<View> all() {
    return List.of(ACTIVE_QUESTIONS, DEAD_LETTERS, ORPHANS);
  }

  private static View some(String name, Table<?> of, String condition) {
    String query = "SELECT * FROM %s WHERE %s".formatted(of.name(), condition);
    return new View(name, of.row(), List.of(of), query);
  }

  private static List<Table<?>> named() {
    Stream<Table<?>> tables =
        References.all().stream().flatMap(reference -> Stream.of(reference.from(), reference.to()));
    return tables.distinct().toList();
  }
}
