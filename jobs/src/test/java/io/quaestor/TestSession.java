package io.quaestor;

import io.quaestor.lake.Sessions;
import org.apache.spark.sql.SparkSession;

/** The one Spark session all tests share, and one of the same context for a few hundred rows. */
public final class TestSession {
  private static final SparkSession SPARK = Sessions.open("local[2]");
  private static final SparkSession SMALL = another();

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
    return Sessions.small(SPARK.newSession());
  }
}
