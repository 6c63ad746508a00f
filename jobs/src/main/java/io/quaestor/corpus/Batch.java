package io.quaestor.corpus;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Files that one task reads.
 *
 * @param tasks in the order of their sizes, largest first
 */
record Batch(List<Task> tasks) implements Serializable {
  /** What a file costs besides its bytes. */
  private static final long BYTES_PER_FILE = 64 * 1024;

  /**
   * A file to read.
   *
   * @param known its current version, null for a new file
   */
  record Task(SourceFile file, String unitId, Known.Version known) implements Serializable {}

  /** Spreads files so that batches weigh about the same; a huge file is alone in its batch. */
  static List<Batch> spread(List<Task> tasks, int batches) {
    record Load(long bytes, int index, List<Task> tasks) {}
    PriorityQueue<Load> loads =
        new PriorityQueue<>(Comparator.comparingLong(Load::bytes).thenComparing(Load::index));
    for (int i = 0; i < Math.min(batches, tasks.size()); i++) {
      loads.add(new Load(0, i, new ArrayList<>()));
    }
    tasks.stream()
        .sorted(
            Comparator.comparingLong((Task task) -> -task.file().bytes())
                .thenComparing(task -> task.file().sourceUri()))
        .forEach(
            task -> {
              Load least = loads.poll();
              least.tasks().add(task);
              long bytes = least.bytes() + task.file().bytes() + BYTES_PER_FILE;
              loads.add(new Load(bytes, least.index(), least.tasks()));
            });
    return loads.stream()
        .sorted(Comparator.comparingInt(Load::index))
        .map(load -> new Batch(load.tasks()))
        .toList();
  }
}
