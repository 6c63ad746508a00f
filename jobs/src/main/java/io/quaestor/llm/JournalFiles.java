package io.quaestor.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quaestor.ExitCode;
import io.quaestor.JobException;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** The journal as the driver sees it: segments to fold into the ledger, then to delete. */
public final class JournalFiles {
  private final JournalStore store;

  /**
   * @param warehouse directory or URI
   * @param hadoop settings of the file systems
   */
  public JournalFiles(String warehouse, Map<String, String> hadoop) {
    store = JournalStore.in(warehouse, hadoop);
  }

  /**
   * A file of replies.
   *
   * @param path full URI
   * @param open its writer had not closed it: it is still writing, or dead
   */
  public record Segment(String runId, String path, boolean open, long bytes) {}

  /** Segments of a run that will not change any more, oldest first per writer. */
  public List<Segment> closed(String runId) {
    return all(runId).stream().filter(s -> !s.open()).toList();
  }

  /** All segments of a run, those being written too. */
  List<Segment> all(String runId) {
    return segments(new Path(store.root(), runId));
  }

  /** Segments of all other runs than these, the open ones too: what dead runs left. */
  public List<Segment> ofOthers(Set<String> aliveRunIds) {
    List<Segment> all = new ArrayList<>();
    for (FileStatus run : list(store.root())) {
      if (run.isDirectory() && !aliveRunIds.contains(run.getPath().getName())) {
        all.addAll(segments(run.getPath()));
      }
    }
    return all;
  }

  /**
   * All replies in a segment. A last line that was cut short is left out: its call had not ended.
   *
   * @throws JobException when the file cannot be read or another line is damaged
   */
  public List<Reply> read(Segment segment) {
    List<Reply> replies = new ArrayList<>();
    lines(segment, line -> replies.add(ReplyJson.read(line)));
    return replies;
  }

  /**
   * The asks a run has replies to so far.
   *
   * @return {@linkplain #half halves} of their ids
   * @throws JobException as {@link #read} does
   */
  Set<UUID> askIds(String runId) {
    Set<UUID> ids = new HashSet<>();
    for (Segment segment : all(runId)) {
      lines(segment, line -> ids.add(half(ReplyJson.askId(line))));
    }
    return ids;
  }

  /** Half of an ask's id: enough to tell apart all there are, in a quarter of the room. */
  static UUID half(String askId) {
    return new UUID(
        Long.parseUnsignedLong(askId, 0, 16, 16), Long.parseUnsignedLong(askId, 16, 32, 16));
  }

  private interface Line {
    void accept(String line) throws JsonProcessingException;
  }

  private void lines(Segment segment, Line then) {
    Path path = new Path(segment.path());
    try (BufferedReader lines = reader(path)) {
      int number = 1;
      String next;
      for (String line = lines.readLine(); line != null; line = next) {
        next = lines.readLine();
        accept(line, then, next == null, path + ", line " + number++);
      }
    } catch (IOException e) {
      throw JournalStore.failed("read", path, e);
    }
  }

  /** A segment that was being written when it was listed may have been closed since. */
  private BufferedReader reader(Path path) throws IOException {
    FSDataInputStream in;
    try {
      in = store.files().open(path);
    } catch (FileNotFoundException e) {
      String closed = path.getName().replace(JournalStore.OPEN, JournalStore.CLOSED);
      in = store.files().open(new Path(path.getParent(), closed));
    }
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  private static void accept(String line, Line then, boolean last, String where) {
    try {
      then.accept(line);
    } catch (JsonProcessingException e) {
      if (!last) {
        throw new JobException(
            ExitCode.INPUT,
            "journal_damaged",
            where + " is no reply.",
            "Move the file away and run again; what it held will be asked again.");
      }
    }
  }

  /** Deletes segments; those already gone do not matter. */
  public void delete(List<Segment> segments) {
    for (Segment segment : segments) {
      delete(new Path(segment.path()));
    }
  }

  /** Removes what is left of a run that has ended, unless there still is a segment of it. */
  public void forget(String runId) {
    Path directory = new Path(store.root(), runId);
    if (list(directory).length == 0) {
      delete(directory);
    }
  }

  private void delete(Path path) {
    try {
      store.files().delete(path, false);
    } catch (IOException e) {
      throw JournalStore.failed("delete from", path, e);
    }
  }

  private List<Segment> segments(Path directory) {
    List<Segment> segments = new ArrayList<>();
    for (FileStatus file : list(directory)) {
      String name = file.getPath().getName();
      boolean open = name.endsWith(JournalStore.OPEN);
      if (open || name.endsWith(JournalStore.CLOSED)) {
        segments.add(
            new Segment(directory.getName(), file.getPath().toString(), open, file.getLen()));
      }
    }
    segments.sort(Comparator.comparing(Segment::path));
    return segments;
  }

  private FileStatus[] list(Path directory) {
    try {
      return store.files().listStatus(directory);
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    } catch (IOException e) {
      throw JournalStore.failed("list", directory, e);
    }
  }
}
