package io.quaestor.llm;

import io.quaestor.ExitCode;
import io.quaestor.JobException;
import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Where the journal of a warehouse lies: {@code _quaestor/journal/RUN/WRITER-NUMBER.jsonl}, with
 * {@code .open} behind it while it is being written.
 */
record JournalStore(FileSystem files, Path root) {
  static final String CLOSED = ".jsonl";
  static final String OPEN = ".jsonl.open";

  static JournalStore in(String warehouse, Map<String, String> hadoop) {
    Configuration settings = new Configuration();
    hadoop.forEach(settings::set);
    Path root = new Path(warehouse, "_quaestor/journal");
    try {
      FileSystem files = root.getFileSystem(settings);
      // Checksums would be a second file that is always behind the first.
      FileSystem raw = files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
      return new JournalStore(raw, raw.makeQualified(root));
    } catch (IOException e) {
      throw failed("reach", root, e);
    }
  }

  Path segment(String runId, String writer, int number) {
    return new Path(new Path(root, runId), "%s-%06d%s".formatted(writer, number, CLOSED));
  }

  /**
   * @param e an {@link IOException}, or the error that local file systems of Hadoop make of one
   */
  static JobException failed(String what, Path path, Throwable e) {
    return new JobException(
        ExitCode.INPUT,
        "journal_failed",
        "Cannot " + what + " the journal at " + path + ": " + e.getMessage() + ".",
        "Make the warehouse writable, with space left, and run again: replies in it are kept.",
        e);
  }
}
