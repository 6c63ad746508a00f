package io.quaestor.llm;

import io.quaestor.JobException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.Path;

/** Where only whole objects are kept: what has come since the last tick becomes a new one. */
final class BufferedJournal implements Journal {
  private final JournalStore store;
  private final String runId;
  private final String writer;
  private final Object writing = new Object();
  private Batch batch = new Batch();
  private int segments;
  private volatile JobException broken;

  BufferedJournal(JournalStore store, String runId, String writer) {
    this.store = store;
    this.runId = runId;
    this.writer = writer;
  }

  @Override
  public CompletionStage<Void> append(Reply reply) {
    String line = ReplyJson.write(reply);
    synchronized (this) {
      if (broken != null) {
        return CompletableFuture.failedFuture(broken);
      }
      batch.lines.add(line);
      return batch.kept;
    }
  }

  @Override
  public void roll() {
    synchronized (writing) {
      check();
      Batch full = take();
      if (full.lines.isEmpty()) {
        return;
      }
      Path path = store.segment(runId, writer, ++segments);
      try (OutputStream out = store.files().create(path, false)) {
        out.write((String.join("\n", full.lines) + "\n").getBytes(StandardCharsets.UTF_8));
      } catch (IOException | FSError e) {
        broken = JournalStore.failed("write", path, e);
        full.kept.completeExceptionally(broken);
        take().kept.completeExceptionally(broken);
        throw broken;
      }
      full.kept.complete(null);
    }
  }

  private synchronized Batch take() {
    Batch full = batch;
    batch = new Batch();
    return full;
  }

  @Override
  public void tick() {
    roll();
  }

  @Override
  public void check() {
    if (broken != null) {
      throw broken;
    }
  }

  private static final class Batch {
    private final List<String> lines = new ArrayList<>();
    private final CompletableFuture<Void> kept = new CompletableFuture<>();
  }
}
