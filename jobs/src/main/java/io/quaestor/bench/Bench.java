package io.quaestor.bench;

import com.sun.management.OperatingSystemMXBean;
import io.quaestor.ExitCode;
import io.quaestor.JobException;
import io.quaestor.Progress;
import io.quaestor.app.App;
import io.quaestor.app.AppOptions;
import io.quaestor.conf.Conf;
import io.quaestor.conf.ConfHome;
import io.quaestor.conf.LimitsConf;
import io.quaestor.lake.Lake;
import io.quaestor.llm.Ask;
import io.quaestor.llm.AskFactory;
import io.quaestor.llm.CallSetup;
import io.quaestor.llm.Ledger;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/** What measurements of calls share: a server and warehouses, gone at the end. */
final class Bench implements AutoCloseable {
  /** 100,000 calls a second: keeping limits costs something even where they are far away. */
  private static final LimitsConf FAR =
      new LimitsConf(6_000_000L, 12_000_000_000L, 6_000_000_000L, null, null);

  private final AppOptions options;
  private final boolean limits;
  private final ServerProcess server = new ServerProcess();
  private final Workspace workspace;
  private int runs;

  /**
   * @param options settings and master are taken from them; the warehouse is left alone
   * @param limits whether the account has any
   */
  Bench(AppOptions options, boolean limits) {
    this.options = options;
    this.limits = limits;
    try {
      workspace = new Workspace(options);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  ServerProcess server() {
    return server;
  }

  SparkSession spark() {
    return workspace.spark();
  }

  Lake lake(String name) {
    return Lake.open(workspace.spark(), workspace.at(name));
  }

  /** A run of its own, with nothing in flight and no connection open. */
  CallSetup setup(String warehouse, int window) {
    String runId = "bench-%04d".formatted(++runs);
    return new CallSetup(
        conf(window),
        Synthetic.SCHEMAS,
        workspace.at(warehouse),
        Map.of(),
        runId,
        CallSetup.Terms.NONE);
  }

  Ledger ledger(Lake lake, CallSetup setup) {
    return new Ledger(lake, setup, null, System::getenv, Progress.SILENT);
  }

  /** Different asks for each series. */
  Dataset<Ask> asks(String series, long count) {
    Conf conf = conf(1);
    AskFactory factory = new AskFactory(conf, Synthetic.SCHEMAS);
    return Synthetic.asks(spark(), new Synthetic.MakeAsk(factory, alias(conf), series), count);
  }

  /** Bodies of the same asks. */
  List<byte[]> bodies(String series, long count) {
    Conf conf = conf(1);
    String modelId = conf.models().get(alias(conf)).id();
    List<byte[]> bodies = new ArrayList<>();
    for (long number = 0; number < count; number++) {
      bodies.add(Synthetic.body(modelId, series, number));
    }
    return bodies;
  }

  private Conf conf(int window) {
    List<String> settings = new ArrayList<>(options.settings());
    settings.add("calls.window=" + window);
    AppOptions own =
        new AppOptions(
            options.home(), options.conf(), null, settings, null, false, false, null, null);
    ConfHome home = App.configuration(own);
    Conf offline = home.offline(server.url()).conf();
    return limits ? offline.withLimits(FAR) : offline;
  }

  private static String alias(Conf conf) {
    return conf.models().keySet().stream()
        .filter(model -> "mistral".equals(protocol(conf, model)))
        .sorted()
        .findFirst()
        .orElseThrow(
            () ->
                JobException.input(
                    "no_model",
                    "The answering server speaks Mistral's protocol and no model does",
                    "run without --conf, or keep a model of a provider with protocol mistral"));
  }

  private static String protocol(Conf conf, String model) {
    return conf.providers().get(conf.models().get(model).provider()).protocol();
  }

  /** Every ask is answered, once. */
  static void require(boolean held, String what, Object... figures) {
    if (!held) {
      throw new JobException(
          ExitCode.INTERNAL,
          "bench_wrong",
          "The measurement is worth nothing: " + what.formatted(figures),
          "run again with -v, and report it if it happens again");
    }
  }

  /** What this process has used so far, on all processors. */
  static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  @Override
  public void close() {
    server.close();
    workspace.close();
  }
}
