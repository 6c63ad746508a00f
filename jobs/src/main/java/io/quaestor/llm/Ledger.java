package io.quaestor.llm;

import static org.apache.spark.sql.functions.col;

import io.quaestor.ExitCode;
import io.quaestor.JobException;
import io.quaestor.Progress;
import io.quaestor.conf.Conf;
import io.quaestor.conf.ProviderConf;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.lease.Coordinator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
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
   * @param asks computed twice, and the same each time
   * @throws JobException with exit code 5 when a key is missing or a provider refuses it, 4 at the
   *     budget, 3 at the deadline; what was answered is kept
   */
  public Dataset<Reply> answer(Dataset<Ask> asks) {
    Dataset<Ask> distinct = asks.dropDuplicates("askId");
    Dataset<Ask> open =
        lake.settled(
            distinct.join(settled(), "askId", "left_anti").as(RecordEncoder.of(Ask.class)));
    long toSend = open.count();
    Dataset<Row> own = lake.settled(asks.select("askId", "subjectId", "purpose", "sample"));
    reused += own.select("askId").distinct().count() - toSend;
    if (toSend > 0) {
      requireKeys(open);
      send(open, toSend);
    }
    return own.join(lake.read(Tables.LLM_CALLS).drop("subjectId", "purpose", "sample"), "askId")
        .as(RecordEncoder.of(Reply.class));
  }

  /** What this job has asked so far. */
  public Totals totals() {
    return sent
        ? Totals.of(
            lake.rows(Tables.LLM_CALLS).filter(col("run_id").equalTo(setup.runId())), reused)
        : Totals.reused(reused);
  }

  /** Ids of the asks that are not to be sent: answered ever, or failed in this very run. */
  private Dataset<Row> settled() {
    return lake.read(Tables.LLM_CALLS)
        .filter(col("status").notEqual(Reply.FAILED).or(col("runId").equalTo(setup.runId())))
        .select("askId");
  }

  private void send(Dataset<Ask> open, long toSend) {
    BigDecimal budget = maxCost == null ? null : maxCost.subtract(totals().costUsd());
    if (budget != null && budget.signum() <= 0) {
      throw stopped(new Stop(Stop.BUDGET, "nothing is left of the budget"), toSend);
    }
    String what = what(open.first(), toSend);
    Coordinator.here().begin(new Coordinator.Work(setup.runId(), what, toSend, budget));
    lake.spark().sparkContext().setJobDescription(what);
    sent = true;
    Receipts receipts;
    folding.start();
    try (Ticker shown = new Ticker("progress", SHOW, this::show)) {
      receipts = Receipts.collect(calls(open, toSend));
    } finally {
      folding.finish();
      show();
    }
    if (receipts.notSent() > 0) {
      throw stopped(receipts.stop(), receipts.notSent());
    }
  }

  private Dataset<Receipt> calls(Dataset<Ask> open, long toSend) {
    int tasks = (int) Math.min(toSend, callTasks());
    return WarmFirst.order(open, tasks, setup.conf())
        .mapPartitions(new AskCalls(setup), RecordEncoder.of(Receipt.class));
  }

  private static String what(Ask one, long asks) {
    return "%s: %,d asks to %s".formatted(one.purpose(), asks, one.model());
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

  private void requireKeys(Dataset<Ask> open) {
    Conf conf = setup.conf();
    List<String> aliases = open.select("model").distinct().as(Encoders.STRING()).collectAsList();
    Map<String, ProviderConf> providers = conf.providers();
    for (String alias : aliases) {
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
