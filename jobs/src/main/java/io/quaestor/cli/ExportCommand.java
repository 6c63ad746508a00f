package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.app.App;
import io.quaestor.export.ExportJob;
import io.quaestor.export.ExportOptions;
import io.quaestor.export.Format;
import io.quaestor.export.Selection;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code export}. */
@Command(name = "export", description = "Writes the questions that are served, for others.")
final class ExportCommand extends JobCommand {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      description = "${COMPLETION-CANDIDATES}.")
  private Format format;

  @Option(
      names = "--out",
      paramLabel = "PATH",
      required = true,
      description = "A new file; for parquet a folder.")
  private String out;

  @Option(names = "--overwrite", description = "Replace what is there.")
  private boolean overwrite;

  @Option(names = "--all", description = "All questions, not only those that are served.")
  private boolean all;

  @Option(
      names = "--status",
      paramLabel = "S",
      split = ",",
      description = "Those that are pending, active or flagged, whatever people decided.")
  private List<String> statuses = List.of();

  @Option(names = "--unit", paramLabel = "U", description = "Only of this unit.")
  private String unit;

  @Option(names = "--batch-id", paramLabel = "B", description = "Only of this batch.")
  private String batchId;

  @Option(names = "--pipeline", paramLabel = "P", description = "Only of this pipeline.")
  private String pipeline;

  @Option(names = "--difficulty", paramLabel = "D", description = "Only of this difficulty.")
  private String difficulty;

  @Override
  JobOutcome execute(App app, JobContext context, String runId) {
    Selection selection = new Selection(all, statuses, unit, batchId, pipeline, difficulty);
    return new ExportJob(context.lake(), new ExportOptions(format, selection, out, overwrite))
        .execute();
  }
}
