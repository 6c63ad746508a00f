package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.app.App;
import io.quaestor.corpus.Ingest;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ingest PATH...}. */
@Command(
    name = "ingest",
    description = "Reads files or folders (md, txt, html, pdf, docx) into documents and chunks.")
final class IngestCommand extends JobCommand {
  @Parameters(paramLabel = "PATH", arity = "1..*", description = "File, folder or Hadoop URI.")
  private List<String> paths;

  @Override
  JobOutcome execute(App app, JobContext context, String runId) {
    return new Ingest(context.lake(), app.home().conf().corpus(), app.clock()).execute(paths);
  }
}
