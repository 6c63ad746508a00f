package io.quaestor.corpus;

import io.quaestor.udfs.text.Hashes;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.Stream;

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
   * @param converted page number to the Markdown to read in place of the page; empty for none
   */
  record Task(
      SourceFile file, String unitId, Known.Version known, TreeMap<Integer, String> converted)
      implements Serializable {

    Task(SourceFile file, String unitId, Known.Version known) {
      this(file, unitId, known, new TreeMap<>());
    }

    Task with(TreeMap<Integer, String> pages) {
      return new Task(file, unitId, known, pages);
    }

    boolean isPdf() {
      return Format.of(file.fileName()).filter(Format.PDF::equals).isPresent();
    }

    /** Hash of the converted pages, null when there are none. */
    String conversion() {
      String[] parts =
          converted.entrySet().stream()
              .flatMap(page -> Stream.of(String.valueOf(page.getKey()), page.getValue()))
              .toArray(String[]::new);
      return parts.length == 0 ? null : Hashes.sha256(parts);
    }
  }

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
