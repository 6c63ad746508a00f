package io.quaestor.lake;

import io.quaestor.lease.LeasePlugin;
import io.quaestor.udfs.sql.QuaestorFunctions;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** The one place that makes a Spark session. */
public final class Sessions {
  /** Delta's statements and our functions. */
  private static final String EXTENSIONS =
      "io.delta.sql.DeltaSparkSessionExtension," + QuaestorFunctions.class.getName();

  private static final Map<String, String> SMALL =
      Map.of(
          "spark.sql.codegen.wholeStage", "false",
          "spark.sql.codegen.factoryMode", "NO_CODEGEN",
          "spark.sql.adaptive.enabled", "false",
          "spark.sql.shuffle.partitions", "1");

  private Sessions() {}

  /**
   * The session of this process, made when there is none.
   *
   * @param master such as {@code local[*]}; null leaves it to Spark, as under {@code spark-submit}
   */
  public static SparkSession open(String master) {
    return builder(master).getOrCreate();
  }

  /**
   * The same with settings of one's own, which must be there before Spark starts.
   *
   * @param settings Spark's keys and their values
   */
  public static SparkSession open(String master, Map<String, String> settings) {
    SparkSession.Builder builder = builder(master);
    settings.forEach(builder::config);
    return builder.getOrCreate();
  }

  /**
   * The same for a few hundred rows on this machine: plans are run as they are, since compiling and
   * re-planning them would take longer than the work.
   */
  public static SparkSession openSmall(String master) {
    SparkSession.Builder builder = builder(master);
    SMALL.forEach(builder::config);
    return builder.getOrCreate();
  }

  /** A session with the views of this one, whose own plans are for a few hundred rows. */
  public static SparkSession small(SparkSession session) {
    SparkSession small = ((org.apache.spark.sql.classic.SparkSession) session).cloneSession();
    SMALL.forEach(small.conf()::set);
    return small;
  }

  private static SparkSession.Builder builder(String master) {
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("quaestor")
            .config("spark.sql.extensions", EXTENSIONS)
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.plugins", plugins())
            .config("spark.sql.session.timeZone", "UTC");
    if (master != null) {
      builder.master(master);
      if (master.startsWith("local")) {
        local(builder);
      }
    }
    return builder;
  }

  /** Ours, and what Spark was started with. */
  private static String plugins() {
    String given = System.getProperty("spark.plugins", "");
    String ours = LeasePlugin.class.getName();
    return given.isBlank() || given.contains(ours) ? ours : given + "," + ours;
  }

  /** One machine: few partitions, small Delta snapshots, no address but the loopback one. */
  private static void local(SparkSession.Builder builder) {
    builder
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.databricks.delta.snapshotPartitions", "1");
  }
}
