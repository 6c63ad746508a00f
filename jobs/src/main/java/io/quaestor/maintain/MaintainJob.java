package io.quaestor.maintain;

import io.quaestor.JobOutcome;
import io.quaestor.Progress;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Table;
import io.quaestor.lake.Tables;
import io.quaestor.lake.Upkeep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts small files of tables together, in the order of their clustering, and removes files that
 * only history older than what is kept needs. What dead runs left in the journal of the ledger has
 * been folded into its table before any job begins.
 */
public final class MaintainJob {
  private final Lake lake;
  private final Progress progress;

  /**
   * @param progress told what will be done
   */
  public MaintainJob(Lake lake, Progress progress) {
    this.lake = lake;
    this.progress = progress;
  }

  /**
   * Says what it will do, then does it.
   *
   * @return counts {@code tables}, {@code files_before}, {@code files_after} of the newest versions
   *     and {@code removed} files; in a dry run what would be removed now
   */
  public JobOutcome execute(MaintainOptions options) {
    lake.spark().sparkContext().setJobDescription("maintain: look at the tables");
    Upkeep upkeep = new Upkeep(lake, options.retain());
    List<Table<?>> tables = Tables.all().stream().filter(lake::exists).toList();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("tables", (long) tables.size());
    long before = 0;
    long removable = 0;
    for (Table<?> table : tables) {
      long files = upkeep.files(table);
      long old = upkeep.removable(table);
      before += files;
      removable += old;
      progress.note(line(table, files, old));
    }
    counts.put("files_before", before);
    counts.put("files_after", before);
    counts.put("removed", removable);
    if (!options.dryRun()) {
      carryOut(upkeep, tables, counts);
    }
    return JobOutcome.complete(counts, !options.dryRun());
  }

  private void carryOut(Upkeep upkeep, List<Table<?>> tables, Map<String, Long> counts) {
    long after = 0;
    long removed = 0;
    for (Table<?> table : tables) {
      lake.spark().sparkContext().setJobDescription("maintain: " + table.name());
      upkeep.compact(table);
      removed += upkeep.remove(table);
      after += upkeep.files(table);
    }
    counts.put("files_after", after);
    counts.put("removed", removed);
  }

  private static String line(Table<?> table, long files, long old) {
    String small = files > 1 ? "put %,d files together".formatted(files) : "leave its files";
    String removed = old > 0 ? ", remove %,d of old history".formatted(old) : "";
    return "%s: %s%s".formatted(table.name(), small, removed);
  }
}
