package io.quaestor.cli;

import io.quaestor.JobException;
import io.quaestor.bench.ScoringBench;
import io.quaestor.bench.ScoringOptions;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code bench scoring}. */
@Command(
    name = "scoring",
    description = {
      "Measures the SQL functions over a table of judged questions, beside Spark's own",
      "expressions and bare scans."
    })
final class BenchScoringCommand implements Callable<Integer> {
  @ParentCommand private BenchCommand bench;
  @Spec private CommandSpec spec;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "2000000",
      description = "Of the table; a hundredth is measured too (default: ${DEFAULT-VALUE}).")
  private long rows;

  @Option(
      names = "--repeats",
      paramLabel = "N",
      defaultValue = "5",
      description = "Interleaved; medians are shown (default: ${DEFAULT-VALUE}).")
  private int repeats;

  @Override
  public Integer call() {
    if (rows < 10_000 || repeats < 1) {
      throw JobException.input(
          "bad_bench",
          "--rows is %d, --repeats %d".formatted(rows, repeats),
          "take at least 10,000 rows and 1 repeat");
    }
    PrintWriter out = spec.commandLine().getOut();
    ConsoleProgress progress =
        new ConsoleProgress(spec.commandLine().getErr(), false, System::nanoTime);
    new BenchTable(out, bench.globals().json())
        .print(
            new ScoringBench(bench.globals().app(), new ScoringOptions(rows, repeats), progress)
                .execute());
    out.flush();
    return 0;
  }
}
