package io.quaestor.export;

import static org.apache.spark.sql.functions.col;

import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which questions are exported; what is null does not matter.
 *
 * @param all also those that are not served
 * @param statuses of these quality statuses, whatever people decided; empty for those served
 */
public record Selection(
    boolean all,
    List<String> statuses,
    String unit,
    String batchId,
    String pipeline,
    String difficulty) {

  Dataset<Row> of(Lake lake) {
    Dataset<Row> rows = scope(lake);
    Map<String, String> wanted = new LinkedHashMap<>();
    wanted.put("unit_id", unit);
    wanted.put("batch_id", batchId);
    wanted.put("pipeline", pipeline);
    wanted.put("difficulty", difficulty);
    for (Map.Entry<String, String> each : wanted.entrySet()) {
      if (each.getValue() != null) {
        Column column = col(each.getKey());
        rows = rows.filter(column.equalTo(each.getValue()));
      }
    }
    return rows;
  }

  private Dataset<Row> scope(Lake lake) {
    if (all) {
      return lake.rows(Tables.QUESTIONS);
    }
    return statuses.isEmpty()
        ? lake.active()
        : lake.rows(Tables.QUESTIONS).filter(col("quality_status").isin(statuses.toArray()));
  }
}
