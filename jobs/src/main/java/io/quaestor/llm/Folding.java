package io.quaestor.llm;

import static org.apache.spark.sql.functions.col;

import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the journal into the ledger table: now and then while calls are made, at their end, and at
 * the start for what dead runs left.
 *
 * <p>Segments are deleted at the end of a stage of calls, after their replies are in the table:
 * until then a task that is run again finds in them what was answered. One that is folded twice
 * changes nothing.
 */
final class Folding {
  private static final Logger LOG = LoggerFactory.getLogger(Folding.class);

  private final Lake lake;
  private final CallSetup setup;
  private final JournalFiles journal;
  private final Set<String> folded = ConcurrentHashMap.newKeySet();
  private Ticker ticks;

  Folding(Lake lake, CallSetup setup) {
    this.lake = lake;
    this.setup = setup;
    this.journal = new JournalFiles(setup.warehouse(), setup.hadoop());
  }

  /** Takes in what runs left that are no more. */
  void recover() {
    List<JournalFiles.Segment> left = journal.ofOthers(Set.of(setup.runId()));
    fold(left);
    journal.delete(left);
    left.stream().map(JournalFiles.Segment::runId).distinct().forEach(journal::forget);
  }

  /** Folds every so often until {@link #finish}. */
  void start() {
    ticks = new Ticker("ledger-fold", setup.conf().calls().foldEvery(), this::tick);
  }

  /** Waits for a fold under way and folds the rest. */
  void finish() {
    ticks.close();
    List<JournalFiles.Segment> all = journal.all(setup.runId());
    foldNew(all);
    List<JournalFiles.Segment> closed = all.stream().filter(s -> !s.open()).toList();
    journal.delete(closed);
    closed.forEach(segment -> folded.remove(segment.path()));
    journal.forget(setup.runId());
  }

  /** Those being written count as new each time: more may have come since. */
  private void foldNew(List<JournalFiles.Segment> segments) {
    List<JournalFiles.Segment> fresh =
        segments.stream().filter(s -> !folded.contains(s.path())).toList();
    fold(fresh);
    fresh.stream().filter(s -> !s.open()).map(JournalFiles.Segment::path).forEach(folded::add);
  }

  private void tick() {
    try {
      foldNew(journal.closed(setup.runId()));
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
