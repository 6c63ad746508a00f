package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.app.App;
import io.quaestor.app.Ingesting;
import io.quaestor.corpus.PageConversion;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest PATH...}. */
@Command(
    name = "ingest",
    description = "Reads files or folders (md, txt, html, pdf, docx) into documents and chunks.")
final class IngestCommand extends AskingCommand {
  @Parameters(paramLabel = "PATH", arity = "1..*", description = "File, folder or Hadoop URI.")
  private List<String> paths;

  @Option(
      names = "--convert-with",
      paramLabel = "MODEL",
      description = "Have this model write every PDF page as Markdown; used where no word changes.")
  private String convertWith;

  @Override
  JobOutcome execute(App app, JobContext context, String runId) {
    PageConversion conversion =
        convertWith == null ? null : new PageConversion(context, convertWith);
    return new Ingesting(context, app.clock()).execute(paths, conversion);
  }
}
