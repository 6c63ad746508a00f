package io.quaestor.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code experiment create|generate|compare|list|promote}. */
@Command(
    name = "experiment",
    description = "Compares ways of making questions on the same chunks, apart from production.",
    subcommands = {
      ExperimentCreateCommand.class,
      ExperimentGenerateCommand.class,
      ExperimentCompareCommand.class,
      ExperimentListCommand.class,
      ExperimentPromoteCommand.class
    })
final class ExperimentCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: create, generate, compare, list or promote");
  }
}
