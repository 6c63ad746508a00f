package io.quaestor.bench;

import io.quaestor.app.AppOptions;
import io.quaestor.lake.Sessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** A session and a folder for tables, gone at the end. */
final class Workspace implements AutoCloseable {
  private static final String MASTER = "local[2]";

  private final Path folder;
  private final SparkSession spark;

  /**
   * @param options the master is taken from them, two cores for all of this machine; the warehouse
   *     is left alone
   */
  Workspace(AppOptions options) {
    try {
      folder = Files.createTempDirectory("quaestor-bench");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String master = options.master();
    spark = Sessions.open(master != null && master.startsWith("local[*") ? MASTER : master);
  }

  SparkSession spark() {
    return spark;
  }

  /** A place of that name in the folder. */
  String at(String name) {
    return folder.resolve(name).toUri().toString();
  }

  @Override
  public void close() {
    org.apache.hadoop.fs.Path all = new org.apache.hadoop.fs.Path(folder.toUri());
    try {
      all.getFileSystem(spark.sparkContext().hadoopConfiguration()).delete(all, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      spark.stop();
    }
  }
}
