package io.quaestor.cli;

import io.quaestor.JobException;
import io.quaestor.bench.AgreeBench;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code bench agree}. */
@Command(
    name = "agree",
    description = {
      "Measures agree over questions with two audits of six criteria each, beside bare counts",
      "over the same audits."
    })
final class BenchAgreeCommand implements Callable<Integer> {
  @ParentCommand private BenchCommand bench;
  @Spec private CommandSpec spec;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Questions (default: ${DEFAULT-VALUE}).")
  private long rows;

  @Override
  public Integer call() {
    if (rows < 1_000) {
      throw JobException.input(
          "bad_bench", "--rows is %d".formatted(rows), "take at least 1,000 questions");
    }
    PrintWriter out = spec.commandLine().getOut();
    ConsoleProgress progress =
        new ConsoleProgress(spec.commandLine().getErr(), false, System::nanoTime);
    new BenchTable(out, bench.globals().json())
        .print(new AgreeBench(bench.globals().app(), rows, progress).execute());
    out.flush();
    return 0;
  }
}
