package io.quaestor.cli;

import io.quaestor.connect.ConnectServer;
import io.quaestor.connect.Endpoint;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code connect}. */
@Command(
    name = "connect",
    description =
        "Serves all tables, views and functions to Spark Connect clients until it is stopped.",
    footer = {
      "",
      "On another address than the loopback one clients need a token, which is read from",
      "the environment variable " + Endpoint.TOKEN + "."
    })
final class ConnectCommand implements Callable<Integer> {
  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "15002",
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
    Endpoint endpoint = Endpoint.of(host, port, System::getenv);
    Globals globals = main.globals();
    try (ConnectServer server =
        ConnectServer.start(globals.app().master(), globals.warehouse(), endpoint)) {
      tell(endpoint, server.version(), spec.commandLine().getOut());
      server.await();
    }
    return 0;
  }

  private void tell(Endpoint endpoint, String version, PrintWriter out) {
    out.printf(
        "%s is served at %s; end it with Ctrl-C.%n", main.globals().warehouse(), endpoint.url());
    if (endpoint.withToken()) {
      out.printf("Clients need the token in %s.%n", Endpoint.TOKEN);
    }
    if (!endpoint.isLocal()) {
      out.printf(
          "From another machine: ssh -N -L %1$d:%2$s:%1$d THIS_MACHINE (there is no TLS here).%n",
          endpoint.port(), endpoint.address().getHostAddress());
    }
    out.printf("In Python, after `pip install pyspark-client==%s`:%n", version);
    out.println("  from pyspark.sql import SparkSession");
    out.printf(
        "  spark = SparkSession.builder.remote(\"%s\").getOrCreate()%n", endpoint.clientUrl());
    out.flush();
  }
}
