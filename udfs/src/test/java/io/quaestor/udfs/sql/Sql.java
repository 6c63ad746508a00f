package io.quaestor.udfs.sql;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.HiveResult;
import scala.jdk.javaapi.CollectionConverters;

/** The one session of these tests, with nothing set but the extension. */
final class Sql {
  static final SparkSession SPARK =
      SparkSession.builder()
          .master("local[2]")
          .config("spark.sql.extensions", QuaestorFunctions.class.getName())
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.ui.enabled", "false")
          .config("spark.sql.shuffle.partitions", "2")
          .getOrCreate();

  /** The ways in which Spark runs an expression. */
  enum Mode {
    COMPILED(Map.of("spark.sql.codegen.factoryMode", "CODEGEN_ONLY")),
    COMPILED_BY_PROJECTION(
        Map.of(
            "spark.sql.codegen.factoryMode", "CODEGEN_ONLY",
            "spark.sql.codegen.wholeStage", "false")),
    INTERPRETED(
        Map.of(
            "spark.sql.codegen.factoryMode", "NO_CODEGEN",
            "spark.sql.codegen.wholeStage", "false"));

    private final Map<String, String> settings;

    Mode(Map<String, String> settings) {
      this.settings = settings;
    }

    <T> T run(Supplier<T> query) {
      settings.forEach(SPARK.conf()::set);
      try {
        return query.get();
      } finally {
        settings.keySet().forEach(SPARK.conf()::unset);
      }
    }
  }

  private Sql() {}

  /** The one value of a query as {@code spark-sql} prints it. */
  static String print(String query) {
    return String.join("\n", lines(SPARK.sql(query)));
  }

  private static Iterable<String> lines(Dataset<Row> rows) {
    return CollectionConverters.asJava(
        HiveResult.hiveResultString(
            ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().executedPlan()));
  }
}
