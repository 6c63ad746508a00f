package io.quaestor.delete;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quaestor.lake.Lake;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What is to be finished whatever happens: a file each in {@code _quaestor/intents}, there from
 * before the first table changes until after the last. The caller holds the warehouse's lock.
 */
final class Intents {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SUFFIX = ".json";

  private final FileSystem files;
  private final Path folder;

  /**
   * @throws UncheckedIOException when the warehouse cannot be reached
   */
  Intents(Lake lake) {
    this.folder = new Path(lake.root(), "_quaestor/intents");
    try {
      this.files = folder.getFileSystem(lake.spark().sparkContext().hadoopConfiguration());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whole or not at all: it gets its name when it has been written. */
  void write(Intent intent) {
    Path unnamed = new Path(folder, intent.runId() + ".new");
    try {
      try (OutputStream out = files.create(unnamed, true)) {
        out.write(JSON.writeValueAsBytes(intent));
      }
      if (!files.rename(unnamed, path(intent))) {
        throw new IOException("Cannot rename " + unnamed);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void remove(Intent intent) {
    try {
      files.delete(path(intent), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that were not finished, oldest first. */
  List<Intent> left() {
    List<Intent> left = new ArrayList<>();
    try {
      if (!files.exists(folder)) {
        return left;
      }
      FileStatus[] all = files.listStatus(folder, path -> path.getName().endsWith(SUFFIX));
      Arrays.sort(all);
      for (FileStatus each : all) {
        try (InputStream in = files.open(each.getPath())) {
          left.add(JSON.readValue(in, Intent.class));
        }
      }
      return left;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path path(Intent intent) {
    return new Path(folder, intent.runId() + SUFFIX);
  }
}
