package io.quaestor.llm;

import static org.apache.spark.sql.functions.col;

import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the journal into the ledger table: now and then while calls are made, at their end, and at
 * the start for what dead runs left.
 *
 * <p>A segment is deleted only after its replies are in the table; one that is folded twice changes
 * nothing.
 */
final class Folding {
  private static final Logger LOG = LoggerFactory.getLogger(Folding.class);

  private final Lake lake;
  private final CallSetup setup;
  private final JournalFiles journal;
  private ScheduledExecutorService clock;
  private ScheduledFuture<?> ticks;

  Folding(Lake lake, CallSetup setup) {
    this.lake = lake;
    this.setup = setup;
    this.journal = new JournalFiles(setup.warehouse(), setup.hadoop());
  }

  /** Takes in what runs left that are no more. */
  void recover() {
    List<JournalFiles.Segment> left = journal.ofOthers(Set.of(setup.runId()));
    fold(left);
    left.stream().map(JournalFiles.Segment::runId).distinct().forEach(journal::forget);
  }

  /** Folds every so often until {@link #finish}. */
  void start() {
    clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "ledger-fold");
              thread.setDaemon(true);
              return thread;
            });
    long every = setup.conf().calls().foldEvery().toMillis();
    ticks = clock.scheduleWithFixedDelay(this::tick, every, every, TimeUnit.MILLISECONDS);
  }

  /** Waits for a fold under way and folds the rest. */
  void finish() {
    ticks.cancel(false);
    clock.shutdown();
    try {
      if (!clock.awaitTermination(10, TimeUnit.MINUTES)) {
        LOG.warn("A fold of the journal is still under way; the next run goes on with it");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    fold(journal.closed(setup.runId()));
    journal.forget(setup.runId());
  }

  private void tick() {
    try {
      fold(journal.closed(setup.runId()));
    } catch (RuntimeException e) {
      LOG.warn("The journal could not be folded now and stays: {}", e.getMessage());
    }
  }

  private void fold(List<JournalFiles.Segment> segments) {
    if (segments.isEmpty()) {
      return;
    }
    List<String> paths = segments.stream().map(JournalFiles.Segment::path).toList();
    Dataset<Reply> replies =
        lake.spark()
            .createDataset(paths, Encoders.STRING())
            .repartition(Math.min(paths.size(), lake.spark().sparkContext().defaultParallelism()))
            .flatMap(new ReadSegment(setup), RecordEncoder.of(Reply.class))
            .dropDuplicates("askId");
    if (lake.rows(Tables.LLM_CALLS).filter(col("status").equalTo(Reply.FAILED)).isEmpty()) {
      lake.insertNew(Tables.LLM_CALLS, replies);
    } else {
      lake.upsert(Tables.LLM_CALLS, replies);
    }
    journal.delete(segments);
  }

  private record ReadSegment(CallSetup setup)
      implements FlatMapFunction<String, Reply>, Serializable {
    @Override
    public Iterator<Reply> call(String path) {
      JournalFiles files = new JournalFiles(setup.warehouse(), setup.hadoop());
      return files.read(new JournalFiles.Segment(setup.runId(), path, false, 0)).iterator();
    }
  }
}
