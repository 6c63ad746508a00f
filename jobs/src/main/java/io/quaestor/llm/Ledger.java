package io.quaestor.llm;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.quaestor.ExitCode;
import io.quaestor.JobException;
import io.quaestor.Progress;
import io.quaestor.conf.Conf;
import io.quaestor.conf.ProviderConf;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lease.Coordinator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The one way to ask a model, and the only impure operator of the system.
 *
 * <p>An ask that was answered before, in this run or any earlier one, is never sent again. The
 * others are sent under the limits, and each answer is journaled as it arrives. An ask that failed
 * for good in an earlier run has no answer, so a later run sends it again.
 */
public final class Ledger {
  private static final Duration SHOW = Duration.ofSeconds(1);

  private final Lake lake;
  private final CallSetup setup;
  private final BigDecimal maxCost;
  private final Function<String, String> environment;
  private final Progress progress;
  private final Folding folding;
  private long reused;
  private boolean sent;
  private Consumer<Dataset<Row>> onAsked = asked -> {};

  /**
   * Opens the ledger of a warehouse and takes in what dead runs left in the journal. The caller
   * holds the warehouse's lock.
   *
   * @param maxCost most this run may spend, US dollars; null for no limit
   * @param environment where keys are looked for before anything is sent
   */
  public Ledger(
      Lake lake,
      CallSetup setup,
      BigDecimal maxCost,
      Function<String, String> environment,
      Progress progress) {
    this.lake = lake;
    this.setup = setup;
    this.maxCost = maxCost;
    this.environment = environment;
    this.progress = progress;
    this.folding = new Folding(lake, setup);
    folding.recover();
  }

  /**
   * One reply for every ask, under the ask's own subject, purpose and sample.
   *
   * @param asks computed once
   * @throws JobException with exit code 5 when a key is missing or a provider refuses it, 4 at the
   *     budget, 3 at the deadline; what was answered is kept
   */
  public Dataset<Reply> answer(Dataset<Ask> asks) {
    Dataset<Row> marked = lake.settled(marked(asks));
    List<Load> loads = Load.of(marked);
    if (loads.isEmpty()) {
      return lake.spark().createDataset(List.of(), RecordEncoder.of(Reply.class));
    }
    reused += Load.asks(loads, false);
    onAsked.accept(marked.select("askId", "subjectId", "purpose", "sample"));
    if (Load.asks(loads, true) > 0) {
      List<Load> open = loads.stream().filter(Load::open).toList();
      requireKeys(open);
      Dataset<Row> once = marked.filter("open").select("ask.*").dropDuplicates("askId");
      send(once.as(RecordEncoder.of(Ask.class)), open);
    }
    return marked
        .select("askId", "subjectId", "purpose", "sample")
        .join(folding.replies().drop("subjectId", "purpose", "sample"), "askId")
        .as(RecordEncoder.of(Reply.class));
  }

  /**
   * Tells who asks what from here on, before anything is sent: {@code askId}, {@code subjectId},
   * {@code purpose} and {@code sample}, also of what was answered before.
   */
  public void onAsked(Consumer<Dataset<Row>> listener) {
    onAsked = listener;
  }

  /** All replies there are; some may not be in the table yet. */
  public Dataset<Reply> replies() {
    return folding.replies();
  }

  /** Makes the table whole; for whoever is to read it, and at the end of a job. */
  public void write() {
    folding.write();
  }

  /** What this job has asked so far. */
  public Totals totals() {
    return sent
        ? Totals.of(replies().filter(col("runId").equalTo(setup.runId())), reused)
        : Totals.reused(reused);
  }

  /** Who asks what, and the asks themselves where they are still to be sent. */
  private Dataset<Row> marked(Dataset<Ask> asks) {
    Dataset<Row> settled =
        folding
            .replies()
            .filter(col("status").notEqual(Reply.FAILED).or(col("runId").equalTo(setup.runId())))
            .select(col("askId"), lit(true).as("settled"));
    return asks.select(col("askId"), struct(col("*")).as("ask"))
        .join(settled, new String[] {"askId"}, "left_outer")
        .select(
            col("askId"),
            col("ask.subjectId"),
            col("ask.purpose"),
            col("ask.sample"),
            col("ask.model"),
            col("settled").isNull().as("open"),
            when(col("settled").isNull(), col("ask")).as("ask"));
  }

  private void send(Dataset<Ask> asks, List<Load> loads) {
    long toSend = Load.asks(loads, true);
    BigDecimal budget = maxCost == null ? null : maxCost.subtract(totals().costUsd());
    if (budget != null && budget.signum() <= 0) {
      throw stopped(new Stop(Stop.BUDGET, "nothing is left of the budget"), toSend);
    }
    String what = loads.get(0).words(toSend);
    Coordinator.here().begin(new Coordinator.Work(setup.runId(), what, toSend, budget));
    lake.spark().sparkContext().setJobDescription(what);
    sent = true;
    Receipts receipts;
    folding.start();
    try (Ticker shown = new Ticker("progress", SHOW, this::show)) {
      receipts = Receipts.collect(calls(asks, loads));
    } finally {
      folding.finish();
      show();
    }
    if (receipts.notSent() > 0) {
      throw stopped(receipts.stop(), receipts.notSent());
    }
  }

  private Dataset<Receipt> calls(Dataset<Ask> asks, List<Load> loads) {
    int tasks = (int) Math.min(Load.asks(loads, true), callTasks());
    return WarmFirst.order(asks, loads, tasks, setup.conf())
        .mapPartitions(new AskCalls(setup), RecordEncoder.of(Receipt.class));
  }

  private void show() {
    progress.calls(Coordinator.here().state());
  }

  private JobException stopped(Stop stop, long left) {
    return switch (stop.code()) {
      case Stop.BUDGET ->
          new JobException(
              ExitCode.BUDGET,
              "budget_reached",
              "Stopped at the budget of $%s: $%s spent, %,d asks of this step left"
                  .formatted(
                      maxCost.toPlainString(),
                      totals().costUsd().setScale(4, RoundingMode.HALF_UP),
                      left),
              "run it again with another --max-cost: no answer is paid for twice");
      case Stop.DEADLINE ->
          new JobException(
              ExitCode.PARTIAL,
              "deadline_passed",
              "Stopped: %s; %,d asks of this step left".formatted(stop.message(), left),
              "run it again: it goes on from here");
      default ->
          new JobException(
              ExitCode.REFUSED,
              "provider_refused",
              "A provider refused to answer: %s".formatted(stop.message()),
              "check the key, its permissions and the account; what was answered is kept");
    };
  }

  /** One core stays free, where there are two, to fold the journal meanwhile. */
  private int callTasks() {
    return Math.max(1, lake.spark().sparkContext().defaultParallelism() - 1);
  }

  private void requireKeys(List<Load> loads) {
    Conf conf = setup.conf();
    Map<String, ProviderConf> providers = conf.providers();
    for (String alias : loads.stream().map(Load::model).toList()) {
      String key = providers.get(conf.models().get(alias).provider()).keyEnv();
      String value = key == null ? "" : environment.apply(key);
      if (value == null || key != null && value.isBlank()) {
        throw new JobException(
            ExitCode.REFUSED,
            "missing_key",
            "Model %s needs a key and %s is not set".formatted(alias, key),
            "export %s, or add --offline to try without a provider".formatted(key));
      }
    }
  }
}
