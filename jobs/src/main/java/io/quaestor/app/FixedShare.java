package io.quaestor.app;

import io.quaestor.JobException;
import io.quaestor.lease.LeasePlugin;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What each executor gets of every limit when the session was started without our plugin, so that
 * nobody can tell executors what others use: an even share, for good.
 */
final class FixedShare {
  private static final Logger LOG = LoggerFactory.getLogger(FixedShare.class);

  private FixedShare() {}

  /**
   * @return above 0, at most 1; 1 where shares are leased
   * @throws JobException when a budget was given and cannot be held
   */
  static double of(SparkSession spark, AppOptions options) {
    SparkContext context = spark.sparkContext();
    boolean leased =
        context.isLocal()
            || context.getConf().get("spark.plugins", "").contains(LeasePlugin.class.getName());
    if (leased) {
      return 1;
    }
    String remedy = "start the session with --conf spark.plugins=" + LeasePlugin.class.getName();
    if (options.maxCost() != null) {
      throw JobException.input(
          "no_plugin", "--max-cost holds over executors only with our Spark plugin", remedy);
    }
    int now = context.getExecutorMemoryStatus().size() - 1;
    int executors = Math.max(now, context.getConf().getInt("spark.executor.instances", now));
    LOG.warn(
        "Limits are split evenly over {} executors and not shared between them; {}",
        executors,
        remedy);
    return 1.0 / Math.max(1, executors);
  }
}
