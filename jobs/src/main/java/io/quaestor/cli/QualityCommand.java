package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.app.App;
import io.quaestor.app.JobReport;
import io.quaestor.quality.QualityJob;
import io.quaestor.tables.KeyPosition;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** {@code quality}. */
@Command(
    name = "quality",
    description = "Checks all questions at once: positions of keys, near-duplicates.")
final class QualityCommand extends JobCommand {
  private List<KeyPosition> positions = List.of();

  @Override
  JobOutcome execute(App app, JobContext context, String runId) {
    QualityJob job = new QualityJob(context.lake(), context.home().conf().quality());
    JobOutcome outcome = job.execute();
    positions = job.positions();
    return outcome;
  }

  @Override
  void after(JobReport report, PrintWriter out) {
    positions.forEach(row -> out.println(line(row)));
  }

  static String line(KeyPosition row) {
    String test =
        row.undefined() != null
            ? "no test: " + row.undefined()
            : String.format(
                Locale.ROOT,
                "chi-square %.2f, df %d, p %.2g",
                row.chiSquare(),
                row.degreesOfFreedom(),
                row.pValue());
    return "%s %s, %d options: keys at %s; %s"
        .formatted(row.pipeline(), row.type(), row.optionCount(), row.counts(), test);
  }
}
