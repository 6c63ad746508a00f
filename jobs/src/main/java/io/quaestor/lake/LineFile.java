package io.quaestor.lake;

import io.quaestor.ExitCode;
import io.quaestor.JobException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A file of lines, UTF-8, for people and other programs. */
public final class LineFile {
  private LineFile() {}

  /** Whether there is something of this name; false also where that cannot be told. */
  public static boolean exists(String file, Configuration hadoop) {
    try {
      Path path = new Path(file);
      return path.getFileSystem(hadoop).exists(path);
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Writes lines one at a time; what is there is written over.
   *
   * @param file any URI Hadoop knows
   * @throws JobException with exit code 2 when it cannot be written
   */
  public static void write(String file, Iterator<String> lines, Configuration hadoop) {
    try {
      Path path = new Path(file);
      try (BufferedWriter out =
          new BufferedWriter(
              new OutputStreamWriter(
                  plain(path.getFileSystem(hadoop), path).create(path, true),
                  StandardCharsets.UTF_8))) {
        while (lines.hasNext()) {
          out.write(lines.next());
          out.write('\n');
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new JobException(
          ExitCode.INPUT,
          "file_unwritable",
          "Cannot write %s: %s".formatted(file, e.getMessage()),
          "name another file",
          e);
    }
  }

  /** Without the checksum beside it that a local file gets: people edit these files. */
  private static FileSystem plain(FileSystem files, Path path) throws IOException {
    files.delete(path, false);
    return files instanceof ChecksumFileSystem checked ? checked.getRawFileSystem() : files;
  }
}
