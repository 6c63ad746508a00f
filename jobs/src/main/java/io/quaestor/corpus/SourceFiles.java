package io.quaestor.corpus;

import io.quaestor.JobException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Finds what there is to ingest under the paths a user named. */
final class SourceFiles {
  private static final Pattern URI_WITH_SCHEME =
      Pattern.compile("(?i)file:/.*|[a-z][a-z0-9+.-]*://.*");

  private final Configuration hadoop;
  private final Map<String, SourceFile> files = new TreeMap<>();
  private final Set<String> seenFolders = new HashSet<>();
  private final Set<String> ignored = new HashSet<>();

  private SourceFiles(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /**
   * Files in the order of their URIs.
   *
   * @param ignored number of files of other formats inside the folders
   */
  record Found(List<SourceFile> files, long ignored) {}

  /**
   * Lists files; folders with all their subfolders, but without hidden ones.
   *
   * @throws JobException with exit code 2 that names a path which is missing, not readable, or a
   *     file of no known format
   */
  static Found find(List<String> paths, Configuration hadoop) {
    SourceFiles search = new SourceFiles(hadoop);
    paths.forEach(search::argument);
    return new Found(List.copyOf(search.files.values()), search.ignored.size());
  }

  /** The Hadoop path of a URI in the table {@code documents}. */
  static Path path(String sourceUri) {
    return new Path(URI.create(sourceUri));
  }

  private void argument(String argument) {
    try {
      Path path = parse(argument);
      FileSystem fs = path.getFileSystem(hadoop);
      FileStatus status = fs.getFileStatus(path);
      if (status.isDirectory()) {
        folder(fs, status, status.getPath().getName());
      } else if (Format.of(path.getName()).isPresent()) {
        file(status, path.getName());
      } else {
        throw unsupported(argument);
      }
    } catch (FileNotFoundException e) {
      throw JobException.input(
          "path_missing",
          "Nothing to ingest at %s: there is no such file or folder".formatted(argument),
          "check the path");
    } catch (IOException | IllegalArgumentException e) {
      throw JobException.input(
          "path_unreadable",
          "Cannot list %s: %s".formatted(argument, e.getMessage()),
          "check the path and its permissions");
    }
  }

  private static Path parse(String argument) {
    if (URI_WITH_SCHEME.matcher(argument).matches()) {
      return new Path(argument);
    }
    boolean dots = Arrays.asList(argument.split("/")).contains("..") || argument.startsWith(".");
    String plain = dots ? Paths.get(argument).toAbsolutePath().normalize().toString() : argument;
    return new Path(null, null, plain);
  }

  private void folder(FileSystem fs, FileStatus folder, String name) throws IOException {
    if (!seenFolders.add(realPath(folder.getPath()))) {
      return;
    }
    FileStatus[] children = fs.listStatus(folder.getPath());
    Arrays.sort(children, Comparator.comparing(child -> child.getPath().getName()));
    for (FileStatus child : children) {
      String childName = child.getPath().getName();
      if (child.isDirectory()) {
        if (!childName.startsWith(".")) {
          folder(fs, child, name + "/" + childName);
        }
      } else if (!childName.startsWith(".") && Format.of(childName).isPresent()) {
        file(child, name + "/" + childName);
      } else {
        ignored.add(child.getPath().toString());
      }
    }
  }

  private void file(FileStatus status, String relative) {
    String uri = status.getPath().toUri().toString();
    files.putIfAbsent(uri, new SourceFile(uri, relative, status.getLen()));
  }

  /** Where a folder really is: a link back to a folder above must not be followed for ever. */
  private static String realPath(Path folder) throws IOException {
    URI uri = folder.toUri();
    return "file".equals(uri.getScheme())
        ? Paths.get(uri.getPath()).toRealPath().toString()
        : uri.toString();
  }

  private static JobException unsupported(String argument) {
    return JobException.input(
        "format_unsupported",
        "Cannot ingest %s: its extension is none of %s".formatted(argument, Format.supported()),
        "convert it, or name the folder it is in to skip it");
  }
}
