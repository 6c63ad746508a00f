package io.quaestor.delete;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something that is to be done to several tables, all of it or nothing.
 *
 * @param action {@code delete | restore}
 * @param runId the job's
 * @param kind of what is deleted, or was
 * @param subject what the user called it; for a restoration the run of the deletion
 * @param ids keys of the root's rows; empty for a restoration
 * @param effects what it does to each table
 * @param units to be summed up again
 * @param at epoch milliseconds
 */
record Intent(
    String action,
    String runId,
    String kind,
    String subject,
    List<String> ids,
    List<Effect> effects,
    List<String> units,
    long at) {
  static final String DELETE = "delete";
  static final String RESTORE = "restore";

  /**
   * What is done to a table.
   *
   * @param effect {@code deleted | stale}
   * @param rows deleted or marked, above 0
   * @param version of the table before
   */
  record Effect(String table, String effect, long rows, long version) {
    static final String DELETED = "deleted";
    static final String STALE = "stale";

    /** Such as {@code audits}, or {@code questions_stale}. */
    String name() {
      return DELETED.equals(effect) ? table : table + "_" + effect;
    }
  }

  Map<String, Long> counts() {
    return effects.stream()
        .collect(
            Collectors.toMap(Effect::name, Effect::rows, Long::sum, java.util.LinkedHashMap::new));
  }

  boolean has(String table, String effect) {
    return effects.stream().anyMatch(e -> e.table().equals(table) && e.effect().equals(effect));
  }

  Instant time() {
    return Instant.ofEpochMilli(at);
  }
}
