package io.quaestor.llm;

import io.quaestor.JobException;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;

/**
 * Keeps the replies of one process and run, from the moment they arrive. Thread-safe.
 *
 * <p>After the first failure to write every call fails: nothing more is paid for that cannot be
 * kept.
 */
interface Journal extends AutoCloseable {

  /**
   * @return completes when the reply survives the death of this process; exceptionally with a
   *     {@link JobException} when it cannot be written
   */
  CompletionStage<Void> append(Reply reply);

  /**
   * Everything appended so far is in closed segments when this returns.
   *
   * @throws JobException when it cannot be written
   */
  void roll();

  /** To be called about every second. */
  void tick();

  /**
   * @throws JobException when something could not be written
   */
  void check();

  @Override
  default void close() {
    roll();
  }

  /**
   * @param writer unique among all processes that ever write for this run
   */
  static Journal open(JournalStore store, String runId, String writer, Outside outside) {
    return keepsWhatIsFlushed(store, runId, writer)
        ? new StreamedJournal(store, runId, writer, outside.nanos())
        : new BufferedJournal(store, runId, writer);
  }

  private static boolean keepsWhatIsFlushed(JournalStore store, String runId, String writer) {
    Path probe = new Path(store.segment(runId, writer, 0) + ".probe");
    try {
      boolean keeps;
      try (FSDataOutputStream out = store.files().create(probe, true)) {
        keeps = out.hasCapability(StreamCapabilities.HFLUSH);
      }
      store.files().delete(probe, false);
      return keeps;
    } catch (IOException e) {
      throw JournalStore.failed("write", probe, e);
    }
  }
}
