package io.quaestor.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code import questions|audits FILE...}. */
@Command(
    name = "import",
    description = "Makes questions or audits of others ours (CSV, JSON Lines, Parquet).",
    subcommands = {ImportQuestionsCommand.class, ImportAuditsCommand.class})
final class ImportCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to import: questions FILE... or audits FILE...");
  }
}
