package io.quaestor.cli;

import picocli.CommandLine.Mixin;

/** A job that asks models. */
abstract class AskingCommand extends JobCommand {
  @Mixin private final CallOptions calls = new CallOptions();

  @Override
  final CallOptions calls() {
    return calls;
  }
}
