package io.quaestor.cli;

import io.quaestor.app.App;
import io.quaestor.app.AppOptions;
import io.quaestor.conf.ConfHome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command takes. */
final class Globals {
  @Option(
      names = "--conf",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Settings laid over the shipped conf/quaestor.yaml.")
  private Path conf;

  @Option(
      names = "--warehouse",
      paramLabel = "URI",
      defaultValue = "./warehouse",
      scope = ScopeType.INHERIT,
      description = "Where the tables are (default: ${DEFAULT-VALUE}).")
  private String warehouse;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      scope = ScopeType.INHERIT,
      description = "One setting, such as calls.window=128. May be repeated.")
  private final List<String> settings = new ArrayList<>();

  @Option(
      names = "--master",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = "Spark master (default: local[*]; under spark-submit Spark's own).")
  private String master;

  @Option(
      names = "--offline",
      scope = ScopeType.INHERIT,
      description = "Ask the offline provider, which is not a language model and costs nothing.")
  private boolean offline;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print the job's summary as one JSON object, everything else on stderr.")
  private boolean json;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of a failure.")
  private boolean verbose;

  /** For a command that asks no model. */
  AppOptions app() {
    return app(false, CallOptions.NONE);
  }

  AppOptions app(boolean demo, CallOptions calls) {
    Path home = Path.of(System.getProperty("quaestor.home", "."));
    return new AppOptions(
        home,
        conf,
        warehouse,
        settings,
        master(),
        offline || demo,
        demo,
        calls.maxCost(),
        calls.deadline());
  }

  ConfHome home() {
    return App.configuration(app());
  }

  boolean json() {
    return json;
  }

  boolean verbose() {
    return verbose;
  }

  String warehouse() {
    return warehouse;
  }

  /** Under spark-submit Spark has a master already. */
  private String master() {
    return master == null && System.getProperty("spark.master") == null ? "local[*]" : master;
  }
}
