package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.app.App;
import io.quaestor.app.Chain;
import io.quaestor.app.JobReport;
import io.quaestor.audit.AuditJob;
import io.quaestor.generate.GenerateOptions;
import java.io.PrintWriter;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code demo}. */
@Command(
    name = "demo",
    description =
        "The whole path on the sample corpus with every pipeline, offline; ends with a report.")
final class DemoCommand extends JobCommand {
  private static final int TARGET = 60;

  /** Enough of the dearer pipelines to see what they keep. */
  private static final int SMALL = 4;

  private static final int VARIANTS = 3;

  /** One on everything, one with criteria of its own on the unit that it is for. */
  private static final List<Chain.Opinion> OPINIONS =
      List.of(
          new Chain.Opinion("sonnet", null),
          new Chain.Opinion("arithmetic", "calculer-par-etapes"));

  @Override
  boolean demo() {
    return true;
  }

  @Override
  JobOutcome execute(App app, JobContext context, String runId) {
    String sample = app.sampleCorpus().toString();
    String report = Path.of("quaestor-report.html").toAbsolutePath().toString();
    List<GenerateOptions> generate =
        List.of(
            GenerateOptions.all("direct", TARGET, 1),
            GenerateOptions.all("graded", SMALL, 1),
            GenerateOptions.all("grounded", SMALL, 1),
            GenerateOptions.all("candidates", SMALL, 1));
    Chain.Plan plan =
        new Chain.Plan(List.of(sample), generate, VARIANTS, AuditJob.DEFAULT, OPINIONS, report);
    return new Chain(context, app.clock(), runId).execute(plan);
  }

  @Override
  void after(JobReport report, PrintWriter out) {
    Map<String, Long> counts = report.counts();
    out.println();
    out.printf(
        "From %d sample documents the offline provider was asked for %d questions: %d are active,"
            + " %d flagged by the auditor, %d pending, %d rejected, %d failed.%n",
        counts.get("documents"),
        counts.get("asked"),
        counts.get("active"),
        counts.get("flagged"),
        counts.get("pending"),
        counts.get("rejected"),
        counts.get("failed"));
    out.println(
        report.calls().made() == 0
            ? "Everything was in the ledger already: no call was made."
            : "With real models it would have cost $%s at list prices."
                .formatted(report.costUsd().setScale(2, RoundingMode.HALF_UP).toPlainString()));
    out.println("The offline provider is not a language model; its questions only show the path.");
    out.println("Open the report: " + report.report());
    out.println("Try next:");
    out.println("  ./quaestor sql \"SELECT type, stem, answer FROM active_questions LIMIT 10\"");
    out.println("  ./quaestor run PATH... --dry-run      your own files: the plan and its cost");
    out.println("  ./quaestor doctor                     what real models still need");
  }
}
