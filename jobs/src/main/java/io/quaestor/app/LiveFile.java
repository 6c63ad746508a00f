package io.quaestor.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quaestor.Progress;
import io.quaestor.lease.CallsLine;
import io.quaestor.lease.State;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far a job is, in a file of the warehouse, for {@code status} in another process. */
final class LiveFile implements Progress, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveFile.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration EVERY = Duration.ofSeconds(5);

  /** A job whose file is older is not at work any more. */
  private static final Duration FRESH = Duration.ofSeconds(30);

  private final Progress shown;
  private final FileSystem files;
  private final Path file;
  private final String job;
  private final Clock clock;
  private Instant writtenAt = Instant.EPOCH;
  private Step step;
  private State state;

  /**
   * @param shown told the same
   */
  LiveFile(Progress shown, FileSystem files, Path root, String job, Clock clock) {
    this.shown = shown;
    this.files = files;
    this.file = path(root);
    this.job = job;
    this.clock = clock;
  }

  /**
   * What is in the file.
   *
   * @param at epoch milliseconds
   * @param step null before the first one
   * @param state of calls, null before the first one
   */
  record Live(String job, long at, Step step, State state) {
    /** A line. */
    String words() {
      return Stream.of(
              step == null ? null : step.words(), state == null ? null : CallsLine.of(state, 0))
          .filter(Objects::nonNull)
          .collect(Collectors.joining("; "));
    }
  }

  /**
   * Such as {@code Generated 15/25}.
   *
   * @param total 0 when it is not known
   */
  record Step(String what, long done, long total) {
    String words() {
      return Progress.step(what, done, total);
    }
  }

  private static Path path(Path root) {
    return new Path(root, "_quaestor/progress.json");
  }

  /** Null when no job is making calls. */
  static Live read(FileSystem files, Path root, Clock clock) {
    try (InputStream in = files.open(path(root))) {
      Live live = JSON.readValue(in, Live.class);
      boolean fresh = Instant.ofEpochMilli(live.at()).plus(FRESH).isAfter(clock.instant());
      return fresh ? live : null;
    } catch (FileNotFoundException e) {
      return null;
    } catch (IOException e) {
      LOG.debug("The file is being written", e);
      return null;
    }
  }

  @Override
  public synchronized void at(String what, long done, long total) {
    shown.at(what, done, total);
    step = new Step(what, done, total);
    write(clock.instant());
  }

  @Override
  public void note(String line) {
    shown.note(line);
  }

  @Override
  public synchronized void calls(State now) {
    shown.calls(now);
    state = now;
    Instant at = clock.instant();
    if (Duration.between(writtenAt, at).compareTo(EVERY) >= 0) {
      write(at);
    }
  }

  private void write(Instant now) {
    writtenAt = now;
    try (OutputStream out = files.create(file, true)) {
      out.write(JSON.writeValueAsBytes(new Live(job, now.toEpochMilli(), step, state)));
    } catch (IOException | FSError e) {
      LOG.debug("The next one may be written", e);
    }
  }

  @Override
  public void close() {
    try {
      files.delete(file, false);
    } catch (IOException e) {
      LOG.debug("It will soon be too old to be shown", e);
    }
  }
}
