package io.quaestor.llm;

import io.quaestor.JobException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.Path;

/** Where a flush is kept: each reply is written and flushed at once to an open segment. */
final class StreamedJournal implements Journal {
  private static final Duration ROLL_EVERY = Duration.ofSeconds(10);

  private final JournalStore store;
  private final String runId;
  private final String writer;
  private final LongSupplier nanos;
  private FSDataOutputStream out;
  private Path closed;
  private long openedAt;
  private int segments;
  private JobException broken;

  StreamedJournal(JournalStore store, String runId, String writer, LongSupplier nanos) {
    this.store = store;
    this.runId = runId;
    this.writer = writer;
    this.nanos = nanos;
  }

  @Override
  public CompletionStage<Void> append(Reply reply) {
    byte[] line = ReplyJson.line(reply);
    try {
      write(line);
      return CompletableFuture.completedFuture(null);
    } catch (JobException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private synchronized void write(byte[] line) {
    check();
    try {
      if (out == null) {
        closed = store.segment(runId, writer, ++segments);
        out = store.files().create(open(), false);
        openedAt = nanos.getAsLong();
      }
      out.write(line);
      out.hflush();
    } catch (IOException | FSError e) {
      throw fail(e);
    }
  }

  @Override
  public synchronized void roll() {
    check();
    if (out == null) {
      return;
    }
    try {
      out.close();
      out = null;
      if (!store.files().rename(open(), closed)) {
        throw new IOException("the file system would not rename it");
      }
    } catch (IOException | FSError e) {
      throw fail(e);
    }
  }

  @Override
  public synchronized void tick() {
    if (out != null && nanos.getAsLong() - openedAt >= ROLL_EVERY.toNanos()) {
      roll();
    }
  }

  @Override
  public synchronized void check() {
    if (broken != null) {
      throw broken;
    }
  }

  private Path open() {
    return new Path(
        closed.getParent(), closed.getName().replace(JournalStore.CLOSED, JournalStore.OPEN));
  }

  private JobException fail(Throwable e) {
    broken = JournalStore.failed("write", closed, e);
    return broken;
  }
}
