package io.quaestor.llm;

import static org.apache.spark.sql.functions.col;

import io.quaestor.ExitCode;
import io.quaestor.JobException;
import io.quaestor.conf.Conf;
import io.quaestor.conf.ProviderConf;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
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
  private final Lake lake;
  private final CallSetup setup;
  private final Function<String, String> environment;
  private final Folding folding;
  private Totals totals = Totals.NONE;

  /**
   * Opens the ledger of a warehouse and takes in what dead runs left in the journal. The caller
   * holds the warehouse's lock.
   *
   * @param environment where keys are looked for before anything is sent
   */
  public Ledger(Lake lake, CallSetup setup, Function<String, String> environment) {
    this.lake = lake;
    this.setup = setup;
    this.environment = environment;
    this.folding = new Folding(lake, setup);
    folding.recover();
  }

  /**
   * One reply for every ask, under the ask's own subject, purpose and sample.
   *
   * @throws JobException with exit code 5 when a key is missing or a provider refuses it
   */
  public Dataset<Reply> answer(Dataset<Ask> asks) {
    Dataset<Ask> wanted = lake.settled(asks);
    Dataset<Ask> distinct = wanted.dropDuplicates("askId");
    Dataset<Ask> open =
        lake.settled(
            distinct.join(settled(), "askId", "left_anti").as(RecordEncoder.of(Ask.class)));
    long toSend = open.count();
    totals = totals.plus(Totals.reused(distinct.count() - toSend));
    if (toSend > 0) {
      requireKeys(open);
      send(open, toSend);
    }
    Dataset<Row> own = wanted.select("askId", "subjectId", "purpose", "sample");
    return own.join(lake.read(Tables.LLM_CALLS).drop("subjectId", "purpose", "sample"), "askId")
        .as(RecordEncoder.of(Reply.class));
  }

  /** What this job has asked so far. */
  public Totals totals() {
    return totals;
  }

  /** Ids of the asks that are not to be sent: answered ever, or failed in this very run. */
  private Dataset<Row> settled() {
    return lake.read(Tables.LLM_CALLS)
        .filter(col("status").notEqual(Reply.FAILED).or(col("runId").equalTo(setup.runId())))
        .select("askId");
  }

  private void send(Dataset<Ask> open, long toSend) {
    int tasks = (int) Math.min(toSend, callTasks());
    Dataset<Receipt> receipts =
        open.repartition(tasks).mapPartitions(new AskCalls(setup), RecordEncoder.of(Receipt.class));
    Row sums;
    folding.start();
    try {
      sums = Receipts.collect(receipts);
    } finally {
      folding.finish();
    }
    totals = totals.plus(Receipts.totals(sums));
    if (Receipts.notSent(sums) > 0) {
      throw new JobException(
          ExitCode.REFUSED,
          "provider_refused",
          "A provider refused to answer: %s".formatted(Receipts.refusal(sums)),
          "check the key and its permissions; what was answered is kept");
    }
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
