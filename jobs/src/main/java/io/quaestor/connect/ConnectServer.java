package io.quaestor.connect;

import io.quaestor.JobException;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Sessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connect.service.SparkConnectService;
import org.apache.spark.util.SignalUtils;
import scala.Option;

/** A Spark Connect server over a warehouse. */
public final class ConnectServer implements AutoCloseable {
  /**
   * A session that its client never closed stays until the server ends: what Spark does to close
   * idle ones dies for good where spark-mllib, which is not ours to bring, is missing.
   */
  private static final String FOREVER = "-1";

  private final SparkSession spark;

  private ConnectServer(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * Starts Spark and serves. Where the environment has a token Spark asks it of every call.
   *
   * @param master such as {@code local[*]}; null leaves it to Spark
   * @throws JobException with exit code 2 when there is no warehouse
   */
  public static ConnectServer start(String master, String warehouse, Endpoint endpoint) {
    Map<String, String> settings = new HashMap<>(tables(warehouse));
    settings.put("spark.connect.grpc.binding.address", endpoint.address().getHostAddress());
    settings.put("spark.connect.grpc.binding.port", Integer.toString(endpoint.port()));
    settings.put("spark.connect.session.manager.defaultSessionTimeout", FOREVER);
    settings.put("spark.sql.warehouse.dir", scratch());
    SparkSession spark = Sessions.open(master, settings);
    try {
      Lake.openExisting(spark, warehouse);
      SparkConnectService.start(spark.sparkContext());
      return new ConnectServer(spark);
    } catch (RuntimeException e) {
      spark.stop();
      throw e;
    }
  }

  /** What a Spark session needs to see a warehouse's tables by their names. */
  static Map<String, String> tables(String warehouse) {
    String catalog = "spark.sql.catalog." + WarehouseCatalog.NAME;
    return Map.of(
        catalog,
        WarehouseCatalog.class.getName(),
        catalog + "." + WarehouseCatalog.WAREHOUSE,
        warehouse,
        "spark.sql.defaultCatalog",
        WarehouseCatalog.NAME);
  }

  /** Spark wants a folder for tables of its own catalog; without this it makes one right here. */
  private static String scratch() {
    try {
      Path folder = Files.createTempDirectory("quaestor-connect");
      folder.toFile().deleteOnExit();
      return folder.toUri().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Spark's version: that of the clients. */
  public String version() {
    return spark.version();
  }

  /** Waits until the process is told to end, by Ctrl-C or SIGTERM. */
  public void await() throws InterruptedException {
    CountDownLatch told = new CountDownLatch(1);
    for (String signal : new String[] {"INT", "TERM"}) {
      SignalUtils.register(
          signal,
          () -> {
            told.countDown();
            return true;
          });
    }
    told.await();
  }

  @Override
  public void close() {
    SparkConnectService.stop(Option.empty(), Option.empty());
    spark.stop();
  }
}
