package io.quaestor.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code review list|show|approve|reject|archive|edit|regenerate|compare|undo}. */
@Command(
    name = "review",
    description = "Lists questions and decides on them one by one; every action is an event.",
    subcommands = {
      ReviewListCommand.class,
      ReviewShowCommand.class,
      ReviewDecideCommand.Approve.class,
      ReviewDecideCommand.Reject.class,
      ReviewDecideCommand.Archive.class,
      ReviewEditCommand.class,
      ReviewRegenerateCommand.class,
      ReviewCompareCommand.class,
      ReviewDecideCommand.Undo.class
    })
final class ReviewCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do, such as: list, show ID or approve ID");
  }
}
