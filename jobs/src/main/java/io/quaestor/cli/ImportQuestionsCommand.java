package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.app.App;
import io.quaestor.outside.ImportQuestions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code import questions}. */
@Command(
    name = "questions",
    description =
        "Imports questions: question_id, type, difficulty, stem, options, answer, and any other"
            + " column of the table; lists as JSON arrays or with | between entries.")
final class ImportQuestionsCommand extends JobCommand {
  @Mixin private final ImportedFiles files = new ImportedFiles();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Version of the pipeline `import` (default: the first file's name).")
  private String name;

  @Option(
      names = "--replace",
      description = "Replace a question that exists with other content; else its row is kept out.")
  private boolean replace;

  @Override
  JobOutcome execute(App app, JobContext context, String runId) {
    ImportQuestions job = new ImportQuestions(context.lake(), app.clock());
    JobOutcome outcome = job.execute(files.options(), name, replace);
    files.print(job.rejects(), err());
    return outcome;
  }
}
