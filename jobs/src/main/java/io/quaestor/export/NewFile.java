package io.quaestor.export;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A file or folder that gets its name when it is whole. */
final class NewFile {
  private final FileSystem files;
  private final Path path;
  private final Path unnamed;

  NewFile(String name, Configuration hadoop) throws IOException {
    this.path = new Path(name);
    FileSystem there = path.getFileSystem(hadoop);
    this.files = there instanceof ChecksumFileSystem checked ? checked.getRawFileSystem() : there;
    this.unnamed = new Path(path.getParent(), "." + path.getName() + ".part");
  }

  boolean exists() throws IOException {
    return files.exists(path);
  }

  /** Where it is until then. */
  Path unnamed() {
    return unnamed;
  }

  OutputStream open() throws IOException {
    return files.create(unnamed, true);
  }

  /** Replaces what is there. */
  void name() throws IOException {
    files.delete(path, true);
    if (!files.rename(unnamed, path)) {
      throw new IOException("Cannot rename " + unnamed);
    }
  }

  void discard() throws IOException {
    files.delete(unnamed, true);
  }
}
