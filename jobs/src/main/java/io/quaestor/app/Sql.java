package io.quaestor.app;

import io.quaestor.JobException;
import io.quaestor.lake.Lake;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Queries over every table and view of a warehouse. */
public final class Sql {
  private static final int SHOWN = 1000;

  private final SparkSession spark;

  public Sql(Lake lake) {
    lake.registerViews();
    this.spark = lake.spark();
  }

  /**
   * The result as a table, at most the first thousand rows, and saying so when there are more.
   *
   * @throws JobException when the query is wrong; says where
   */
  public List<String> text(String query) {
    Dataset<Row> rows = rows(query);
    List<String> lines = new java.util.ArrayList<>(SqlTable.lines(rows.limit(SHOWN + 1)));
    if (lines.size() > SHOWN + 3) {
      lines.set(lines.size() - 2, "...");
      lines.set(
          lines.size() - 1, "more than %,d rows; add a LIMIT, or --json for all".formatted(SHOWN));
    }
    return lines;
  }

  /** One JSON object per row, all of them, one at a time. */
  public void json(String query, Consumer<String> line) {
    Iterator<String> rows = rows(query).toJSON().toLocalIterator();
    rows.forEachRemaining(line);
  }

  private Dataset<Row> rows(String query) {
    try {
      return spark.sql(query.strip().replaceAll(";\\s*$", ""));
    } catch (Exception e) {
      if (e instanceof AnalysisException) {
        String message = e.getMessage().lines().findFirst().orElse("");
        throw JobException.input(
            "bad_query", message, "see `SHOW TABLES` and `DESCRIBE questions`");
      }
      throw e;
    }
  }
}
