package io.quaestor.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quaestor.ExitCode;
import io.quaestor.JobException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsAction;

/** The marker that makes a folder a warehouse and names the version of its tables' layout. */
final class Layout {
  static final int VERSION = 3;
  private static final String MARKER = "_quaestor/layout.json";

  private Layout() {}

  /**
   * A warehouse's place and the version of its layout.
   *
   * @param root full URI
   */
  record Found(Path root, int version) {}

  /**
   * Checks the marker, writing it when the folder is new or empty.
   *
   * @throws JobException with exit code 2 when the folder cannot be used, saying why
   */
  static Found openOrCreate(Path root, Configuration hadoop) {
    try {
      FileSystem fs = root.getFileSystem(hadoop);
      Path marker = new Path(root, MARKER);
      if (fs.exists(marker)) {
        return new Found(fs.makeQualified(root), check(root, fs, marker));
      }
      create(root, fs, marker);
      return new Found(fs.makeQualified(root), VERSION);
    } catch (IOException | IllegalArgumentException e) {
      throw unusable(root, e);
    }
  }

  /** What stands at a place, in words; makes nothing. */
  static String probe(Path root, Configuration hadoop) {
    try {
      FileSystem fs = root.getFileSystem(hadoop);
      Path marker = new Path(root, MARKER);
      if (fs.exists(marker)) {
        int version = check(root, fs, marker);
        fs.access(root, FsAction.WRITE);
        return "%s is a warehouse of layout version %d".formatted(root, version);
      }
      requireFree(root, fs);
      return "%s is free for a new warehouse".formatted(root);
    } catch (IOException | IllegalArgumentException e) {
      throw unusable(root, e);
    }
  }

  /** Whether the folder is a warehouse at all. */
  static boolean exists(Path root, Configuration hadoop) {
    try {
      return root.getFileSystem(hadoop).exists(new Path(root, MARKER));
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private static int check(Path root, FileSystem fs, Path marker) throws IOException {
    int version;
    try (InputStream in = fs.open(marker)) {
      JsonNode node = new ObjectMapper().readTree(in);
      version = node == null ? -1 : node.path("version").asInt(-1);
    }
    if (version < 1) {
      throw JobException.input(
          "warehouse_unreadable",
          "The warehouse marker %s is not readable: no version in it".formatted(marker),
          "restore it from a backup, or name another warehouse with --warehouse");
    }
    if (version > VERSION) {
      throw JobException.input(
          "warehouse_newer",
          "The warehouse %s has layout version %d, this program knows %d"
              .formatted(root, version, VERSION),
          "use a newer quaestor, or name another warehouse with --warehouse");
    }
    return version;
  }

  /** Marks a warehouse as of the current version. */
  static void upgraded(Path root, Configuration hadoop) {
    try {
      write(root.getFileSystem(hadoop), new Path(root, MARKER), true);
    } catch (IOException e) {
      throw unusable(root, e);
    }
  }

  private static void create(Path root, FileSystem fs, Path marker) throws IOException {
    requireFree(root, fs);
    fs.mkdirs(marker.getParent());
    write(fs, marker, false);
  }

  private static void write(FileSystem fs, Path marker, boolean over) throws IOException {
    try (OutputStream out = fs.create(marker, over)) {
      out.write("{\"version\": %d}\n".formatted(VERSION).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void requireFree(Path root, FileSystem fs) throws IOException {
    boolean free =
        !fs.exists(root) || fs.getFileStatus(root).isDirectory() && fs.listStatus(root).length == 0;
    if (!free) {
      throw JobException.input(
          "not_a_warehouse",
          "%s exists and is not a warehouse of quaestor".formatted(root),
          "name a new or empty folder with --warehouse");
    }
  }

  private static JobException unusable(Path root, Exception e) {
    return new JobException(
        ExitCode.INPUT,
        "warehouse_unusable",
        "Cannot use the warehouse %s: %s".formatted(root, e.getMessage()),
        "check the path and its permissions, or name another with --warehouse",
        e);
  }
}
