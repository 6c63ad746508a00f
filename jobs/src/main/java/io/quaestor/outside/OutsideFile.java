package io.quaestor.outside;

import io.quaestor.JobException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A file to import.
 *
 * @param uri full; of Parquet it may be a folder
 */
record OutsideFile(String uri, FileKind kind) {

  /**
   * The files a user named; a folder stands for the files in it.
   *
   * @param format wire name of a {@link FileKind}, null to go by extensions
   * @throws JobException with exit code 2 that names a path which is missing, not readable, empty
   *     or of no known format
   */
  static List<OutsideFile> find(List<String> paths, String format, Configuration hadoop) {
    List<OutsideFile> files = new ArrayList<>();
    for (String path : paths) {
      FileKind kind = kind(path, format);
      List<OutsideFile> found = list(path, kind, hadoop);
      if (found.isEmpty()) {
        throw JobException.input(
            "path_empty", "There is no file in %s".formatted(path), "name a file, or a folder");
      }
      files.addAll(found);
    }
    return List.copyOf(files);
  }

  private static FileKind kind(String path, String format) {
    if (format != null) {
      return FileKind.parse(format)
          .orElseThrow(
              () ->
                  JobException.input(
                      "unknown_format",
                      "There is no format %s".formatted(format),
                      "use --format csv, jsonl or parquet"));
    }
    return FileKind.ofFile(path.replaceAll("/+$", ""))
        .orElseThrow(
            () ->
                JobException.input(
                    "format_unsupported",
                    "Cannot tell the format of %s by its name".formatted(path),
                    "name it .csv, .jsonl or .parquet, or say --format csv"));
  }

  private static List<OutsideFile> list(String path, FileKind kind, Configuration hadoop) {
    try {
      Path root = new Path(path);
      FileSystem files = root.getFileSystem(hadoop);
      FileStatus status = files.getFileStatus(root);
      if (!status.isDirectory() || kind == FileKind.PARQUET) {
        return List.of(of(status, kind));
      }
      return Arrays.stream(files.listStatus(root))
          .filter(child -> child.isFile() && !child.getPath().getName().matches("[._].*"))
          .map(child -> of(child, kind))
          .sorted((a, b) -> a.uri.compareTo(b.uri))
          .toList();
    } catch (FileNotFoundException e) {
      throw JobException.input(
          "path_missing",
          "Nothing to import at %s: there is no such file or folder".formatted(path),
          "check the path");
    } catch (IOException | IllegalArgumentException e) {
      throw JobException.input(
          "path_unreadable",
          "Cannot read %s: %s".formatted(path, e.getMessage()),
          "check the path and its permissions");
    }
  }

  private static OutsideFile of(FileStatus status, FileKind kind) {
    return new OutsideFile(status.getPath().toString(), kind);
  }

  /** The last part of its path. */
  String name() {
    return uri.substring(uri.lastIndexOf('/') + 1);
  }
}
