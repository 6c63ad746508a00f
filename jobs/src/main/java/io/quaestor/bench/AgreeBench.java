package io.quaestor.bench;

import io.quaestor.JobOutcome;
import io.quaestor.Progress;
import io.quaestor.agree.Agree;
import io.quaestor.agree.AgreeOptions;
import io.quaestor.app.AppOptions;
import io.quaestor.conf.AgreeConf;
import io.quaestor.conf.Conf;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import io.quaestor.llm.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** {@code agree} over a large table of audits, beside bare counts over the same table. */
public final class AgreeBench {
  static final Conf CONF =
      new Conf(Map.of(), Map.of(), null, null, null, new AgreeConf(0.07), null);
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final long MIB = 1024 * 1024;
  private static final int STEPS = 5;

  private final AppOptions app;
  private final long questions;
  private final Progress progress;
  private int step;

  /**
   * @param questions each with two audits
   */
  public AgreeBench(AppOptions app, long questions, Progress progress) {
    this.app = app;
    this.questions = questions;
    this.progress = progress;
  }

  /**
   * Makes the tables and measures.
   *
   * @throws io.quaestor.JobException when a question is lost on the way
   */
  public AgreeFigures execute() {
    try (Workspace workspace = new Workspace(app)) {
      Lake lake = Lake.open(workspace.spark(), workspace.at("agree"));
      step("making the tables");
      lake.add(Tables.QUESTIONS, AuditedQuestions.questions(lake.spark(), questions));
      lake.add(Tables.AUDITS, AuditedQuestions.audits(lake.spark(), questions));
      step("comparing while the heap is watched");
      List<String> auditors = AuditedQuestions.AUDITORS;
      long peak = peakHeap(() -> compare(lake, auditors, true));
      step("counting");
      double byAuditor = count(lake, "auditor");
      double byQuestion = count(lake, "question_id");
      step("comparing");
      List<String> turned = List.of(auditors.get(1), auditors.get(0));
      double agree = seconds(() -> compare(lake, turned, true));
      step("comparing again");
      double again = seconds(() -> compare(lake, turned, false));
      return new AgreeFigures(
          questions,
          byAuditor,
          byQuestion,
          agree,
          again,
          auditors.size() * questions / agree,
          agree / byAuditor,
          agree / byQuestion,
          peak);
    }
  }

  private void step(String what) {
    progress.at(what, ++step, STEPS);
  }

  private void compare(Lake lake, List<String> auditors, boolean changes) {
    JobOutcome outcome =
        new Agree(lake, CONF, Clock.systemUTC()).execute(new AgreeOptions(auditors, "gate"));
    Bench.require(
        outcome.counts().get("judged_by_both") == questions && outcome.changed() == changes,
        "the comparison came to %s, changed: %s",
        outcome.counts(),
        outcome.changed());
  }

  /** The better of two. */
  private double count(Lake lake, String column) {
    Runnable count =
        () ->
            lake.rows(Tables.AUDITS)
                .groupBy(column)
                .count()
                .write()
                .format("noop")
                .mode("overwrite")
                .save();
    return Math.min(seconds(count), seconds(count));
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
  }

  private static long peakHeap(Runnable work) {
    AtomicLong peak = new AtomicLong();
    try (Ticker look =
        new Ticker(
            "bench-heap", LOOK, () -> peak.accumulateAndGet(HeapWatch.collected(), Math::max))) {
      work.run();
    }
    return peak.get() / MIB;
  }
}
