package io.quaestor.cli;

import io.quaestor.connect.Endpoint;
import io.quaestor.console.Console;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code console}. */
@Command(
    name = "console",
    description = "Serves pages to review questions in a browser until it is stopped.",
    footer = {
      "",
      "On another address than the loopback one visitors need a token, which is read from",
      "the environment variable " + Console.TOKEN + "."
    })
final class ConsoleCommand implements Callable<Integer> {
  @ParentCommand private Main main;
  @Spec private CommandSpec spec;
  @Mixin private final CallOptions calls = new CallOptions();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8042",
      description = "0 for any (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "H",
      defaultValue = "127.0.0.1",
      description = "Address of this machine to listen at (default: ${DEFAULT-VALUE}).")
  private String host;

  @Override
  public Integer call() throws InterruptedException {
    Endpoint endpoint = Endpoint.of(host, port, Console.TOKEN, System::getenv);
    String token = endpoint.withToken() ? System.getenv(Console.TOKEN).strip() : null;
    Globals globals = main.globals();
    try (Console console =
        Console.start(globals.app(false, calls), Clock.systemUTC(), endpoint, token)) {
      tell(endpoint, spec.commandLine().getOut());
      console.await();
    }
    return 0;
  }

  private void tell(Endpoint endpoint, PrintWriter out) {
    out.printf(
        "%s is served at %s/; end it with Ctrl-C.%n",
        main.globals().warehouse(), endpoint.webUrl());
    if (endpoint.withToken()) {
      out.printf("Visitors need the token in %s; there is no TLS here.%n", Console.TOKEN);
    }
    out.flush();
  }
}
