package io.quaestor.cli;

import io.quaestor.conf.ConfHome;
import io.quaestor.sim.SimOptions;
import io.quaestor.sim.SimServer;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code simulate}. */
@Command(
    name = "simulate",
    description = "Serves the offline provider until it is stopped. It is not a language model.")
final class SimulateCommand implements Callable<Integer> {
  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Option(names = "--port", paramLabel = "N", defaultValue = "8808", description = "0 for any.")
  private int port;

  @Option(names = "--latency-ms", paramLabel = "MS", description = "Time to answer, median.")
  private Double latencyMs;

  @Option(
      names = "--latency-sigma",
      paramLabel = "S",
      defaultValue = "0",
      description = "Spread of a lognormal latency; 0 is fixed.")
  private double latencySigma;

  @Option(names = "--require-key", description = "Refuse calls without a key, as providers do.")
  private boolean requireKey;

  @Option(names = "--requests-per-minute", paramLabel = "N", description = "Refuse more with 429.")
  private Long requestsPerMinute;

  @Override
  public Integer call() throws InterruptedException {
    ConfHome home = main.globals().home();
    PrintWriter out = spec.commandLine().getOut();
    try (SimServer server = SimServer.start(home.conf().sim(), options())) {
      out.println("The offline provider listens at " + server.url() + "; end it with Ctrl-C.");
      out.println("In another terminal:");
      out.println("  export ANTHROPIC_BASE_URL=%1$s MISTRAL_BASE_URL=%1$s".formatted(server.url()));
      out.println("  export ANTHROPIC_API_KEY=any MISTRAL_API_KEY=any");
      out.flush();
      new CountDownLatch(1).await();
    }
    return 0;
  }

  private SimOptions options() {
    SimOptions options = SimOptions.defaults().withPort(port);
    if (latencyMs != null) {
      options = options.withLatency(latencyMs, latencySigma);
    }
    if (requireKey) {
      options = options.withKey(null);
    }
    return requestsPerMinute == null
        ? options
        : options.withLimits(new SimOptions.Limits(requestsPerMinute, null, 1));
  }
}
