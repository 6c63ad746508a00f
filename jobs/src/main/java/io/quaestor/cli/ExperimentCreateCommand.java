package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.app.App;
import io.quaestor.app.JobReport;
import io.quaestor.audit.AuditJob;
import io.quaestor.experiment.CohortSpec;
import io.quaestor.experiment.CreateExperiment;
import io.quaestor.experiment.CreateOptions;
import io.quaestor.generate.plan.Scope;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code experiment create}. */
@Command(
    name = "create",
    description =
        "Pins chunks, pipelines, prompts, models and auditors by content, and tells what generating"
            + " would ask and cost, and how small a difference it could show. Asks nothing.")
final class ExperimentCreateCommand extends JobCommand {
  @Parameters(paramLabel = "NAME", description = "What to call it.")
  private String name;

  @Option(
      names = "--cohort",
      paramLabel = "P[,model=M][,seed=S][,name=C]",
      required = true,
      description =
          "Once for each of two or more: a file of conf/pipelines, as in --cohort graded --cohort"
              + " grounded,model=strong,name=v5. The first one is what others are held against.")
  private List<String> cohorts;

  @Option(
      names = "--chunks",
      paramLabel = "N",
      description = "Draw so many chunks (default: all there are).")
  private Integer chunks;

  @Option(names = "--document", paramLabel = "D", description = "Only this document: id or path.")
  private String document;

  @Option(names = "--unit", paramLabel = "U", description = "Only this unit.")
  private String unit;

  @Option(
      names = "--per-chunk",
      paramLabel = "K",
      defaultValue = "5",
      description =
          "Questions that each cohort asks of each chunk (default: ${DEFAULT-VALUE}); costs per"
              + " question depend on it.")
  private int perChunk;

  @Option(
      names = "--auditor",
      paramLabel = "A[,B]",
      split = ",",
      defaultValue = AuditJob.DEFAULT,
      description = "They judge every cohort; the first one's gate makes questions active.")
  private List<String> auditors;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Another seed draws other chunks.")
  private long seed;

  private List<String> lines = List.of();

  @Override
  JobOutcome execute(App app, JobContext context, String runId) {
    CreateOptions options =
        new CreateOptions(
            name,
            cohorts.stream().map(CohortSpec::parse).toList(),
            auditors,
            new Scope(unit, document, null),
            new CreateOptions.Draw(chunks, perChunk, seed));
    CreateExperiment job = new CreateExperiment(context, options, app.clock());
    JobOutcome outcome = job.execute();
    lines = job.lines();
    return outcome;
  }

  @Override
  void after(JobReport report, PrintWriter out) {
    lines.forEach(out::println);
    out.println("Go on with: quaestor experiment generate " + name);
  }
}
