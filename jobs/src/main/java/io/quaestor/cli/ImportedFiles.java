package io.quaestor.cli;

import io.quaestor.outside.ImportOptions;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of every import. */
final class ImportedFiles {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "File, folder or Hadoop URI.")
  private List<String> paths;

  @Option(
      names = "--format",
      paramLabel = "csv|jsonl|parquet",
      description = "What the files are (default: by their extensions).")
  private String format;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description =
          "Write every row kept out as JSON Lines: file, line, field, reason (default: show 20).")
  private String rejects;

  ImportOptions options() {
    return new ImportOptions(paths, format, rejects);
  }

  /** Rows kept out, for people. */
  void print(List<String> first, PrintWriter out) {
    first.forEach(line -> out.println("kept out: " + line));
    if (!first.isEmpty()) {
      out.println(
          rejects == null ? "add --rejects FILE for all of them" : "all of them are in " + rejects);
    }
    out.flush();
  }
}
