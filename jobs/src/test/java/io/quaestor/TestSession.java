package io.quaestor;

import io.quaestor.lake.Sessions;
import org.apache.spark.sql.SparkSession;

/** The one Spark session all tests share. */
public final class TestSession {
  private static final SparkSession SPARK = Sessions.open("local[2]");

  private TestSession() {}

  public static SparkSession spark() {
    return SPARK;
  }
}
