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
 * Moves the journal into the ledger table: now and then while calls are made, at the end of a job,
 * and at the start for what dead runs left. A few replies to one stage of calls wait for those to
 * the next, since a commit takes longer than they did; {@link #replies} has them all the same.
 *
 * <p>Segments are deleted after their replies are in the table: until then a task that is run again
 * finds in them what was answered, and the next run what this one left. One that is folded twice
 * changes nothing.
 */
final class Folding {
  private static final Logger LOG = LoggerFactory.getLogger(Folding.class);

  /** Replies that are worth a commit of their own. */
  private static final long ENOUGH = 1_000;

  private final Lake lake;
  private final CallSetup setup;
  private final JournalFiles journal;
  private final Set<String> folded = ConcurrentHashMap.newKeySet();
  private final Dataset<Reply> none;
  private Dataset<Reply> waiting;
  private Ticker ticks;

  Folding(Lake lake, CallSetup setup) {
    this.lake = lake;
    this.setup = setup;
    this.journal = new JournalFiles(setup.warehouse(), setup.hadoop());
    this.none = lake.spark().createDataset(List.of(), RecordEncoder.of(Reply.class));
    this.waiting = none;
  }

  /** Everything that was ever answered; a failure that was asked again is replaced. */
  Dataset<Reply> replies() {
    Dataset<Reply> table = lake.read(Tables.LLM_CALLS);
    return waiting == none
        ? table
        : table
            .join(waiting.select("askId"), new String[] {"askId"}, "left_anti")
            .as(RecordEncoder.of(Reply.class))
            .unionByName(waiting);
  }

  /** Takes in what runs left that are no more. */
  void recover() {
    List<JournalFiles.Segment> left = journal.ofOthers(Set.of());
    fold(left);
    journal.delete(left);
    left.stream().map(JournalFiles.Segment::runId).distinct().forEach(journal::forget);
  }

  /** Folds every so often until {@link #finish}. */
  void start() {
    ticks = new Ticker("ledger-fold", setup.conf().calls().foldEvery(), this::tick);
  }

  /** Waits for a fold under way, then takes in the rest. */
  void finish() {
    ticks.close();
    List<JournalFiles.Segment> all = journal.all(setup.runId());
    List<JournalFiles.Segment> fresh = unfolded(all);
    if (!fresh.isEmpty()) {
      waiting = lake.settled(waiting.union(read(fresh)).dropDuplicates("askId"));
      taken(fresh);
    }
    boolean open = all.stream().anyMatch(JournalFiles.Segment::open);
    if (waiting != none && (open || waiting.count() >= ENOUGH)) {
      write();
    }
  }

  /** Writes what waits. */
  void write() {
    if (waiting != none) {
      write(waiting);
      waiting = none;
    }
    journal.delete(
        journal.closed(setup.runId()).stream().filter(s -> folded.contains(s.path())).toList());
    folded.clear();
    journal.forget(setup.runId());
  }

  private void tick() {
    try {
      List<JournalFiles.Segment> fresh = unfolded(journal.closed(setup.runId()));
      fold(fresh);
      taken(fresh);
    } catch (RuntimeException e) {
      LOG.warn("The journal could not be folded now and stays: {}", e.getMessage());
    }
  }

  /** Those being written count as new each time: more may have come since. */
  private void taken(List<JournalFiles.Segment> segments) {
    segments.stream().filter(s -> !s.open()).map(JournalFiles.Segment::path).forEach(folded::add);
  }

  private List<JournalFiles.Segment> unfolded(List<JournalFiles.Segment> segments) {
    return segments.stream().filter(s -> !folded.contains(s.path())).toList();
  }

  private void fold(List<JournalFiles.Segment> segments) {
    if (!segments.isEmpty()) {
      write(read(segments).dropDuplicates("askId"));
    }
  }

  private Dataset<Reply> read(List<JournalFiles.Segment> segments) {
    List<String> paths = segments.stream().map(JournalFiles.Segment::path).toList();
    return lake.spark()
        .createDataset(paths, Encoders.STRING())
        .repartition(Math.min(paths.size(), lake.spark().sparkContext().defaultParallelism()))
        .flatMap(new ReadSegment(setup), RecordEncoder.of(Reply.class));
  }

  private void write(Dataset<Reply> replies) {
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
