package io.quaestor.app;

import static org.apache.spark.sql.functions.col;

import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import io.quaestor.lake.UnitName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The learning resources of a corpus. */
public final class ResourceList {
  private static final int SHOWN = 1000;

  private final Dataset<Row> resources;

  /**
   * @param unit only of this unit, null for all
   * @throws io.quaestor.JobException when there is no such unit
   */
  public ResourceList(Lake lake, String unit) {
    UnitName.require(lake, unit);
    Dataset<Row> all = lake.rows(Tables.LEARNING_RESOURCES);
    this.resources =
        (unit == null ? all : all.filter(col("unit_id").equalTo(unit)))
            .join(lake.rows(Tables.DOCUMENTS).select("document_id", "path"), "document_id")
            .orderBy("unit_id", "path", "ordinal");
  }

  /** Kind to the number of resources, the commonest first. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    resources
        .groupBy("kind")
        .count()
        .orderBy(col("count").desc(), col("kind"))
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    return counts;
  }

  /** A table of at most the first thousand, and a line of counts. */
  public List<String> text() {
    Map<String, Long> counts = counts();
    List<String> lines =
        new ArrayList<>(
            SqlTable.lines(
                resources
                    .limit(SHOWN)
                    .select("unit_id", "path", "heading", "kind", "url", "text", "mentions")));
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    if (total > SHOWN) {
      lines.add("the first %,d of %,d; add --json for all".formatted(SHOWN, total));
    }
    lines.add("%,d resources %s".formatted(total, counts));
    return lines;
  }

  /** One object: {@code counts} by kind, and all {@code resources}. */
  public String json() {
    List<String> counts = new ArrayList<>();
    counts().forEach((kind, count) -> counts.add("\"%s\":%d".formatted(kind, count)));
    return "{\"counts\":{%s},\"resources\":[%s]}"
        .formatted(String.join(",", counts), String.join(",", resources.toJSON().collectAsList()));
  }
}
