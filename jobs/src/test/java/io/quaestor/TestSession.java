package io.quaestor;

import io.quaestor.lake.Sessions;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** The one Spark session all tests share, and one of the same context for a few hundred rows. */
public final class TestSession {
  private static final SparkSession SPARK = Sessions.open("local[2]");
  private static final SparkSession SMALL = small(SPARK.newSession());

  private TestSession() {}

  public static SparkSession spark() {
    return SPARK;
  }

  /** As the demo has it: plans are run as they are, neither compiled nor planned again. */
  public static SparkSession small() {
    return SMALL;
  }

  /** Of the same context, small, with catalogs, temporary views and settings of its own. */
  public static SparkSession another() {
    return small(SPARK.newSession());
  }

  private static SparkSession small(SparkSession session) {
    Map.of(
            "spark.sql.codegen.wholeStage", "false",
            "spark.sql.codegen.factoryMode", "NO_CODEGEN",
            "spark.sql.adaptive.enabled", "false",
            "spark.sql.shuffle.partitions", "1")
        .forEach(session.conf()::set);
    return session;
  }
}
