package io.quaestor.audit.calibrate;

import static org.apache.spark.sql.functions.col;

import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.CalibrationItem;
import io.quaestor.tables.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The items of a calibration.
 *
 * @param id of the calibration
 * @param rows computed once
 */
record Items(String id, Dataset<CalibrationItem> rows) {
  static final String ALL = "items";
  static final String UNTOUCHED = "untouched";
  static final String LET_THROUGH = "let_through_by_";
  private static final String WITH = "with_";

  /** What auditors are to judge. */
  Dataset<Question> questions() {
    return rows.select("question.*").as(RecordEncoder.of(Question.class));
  }

  /**
   * All, untouched ones, those with each kind of defect, and by auditor the untouched ones whose
   * question is active because that auditor passed it.
   */
  Map<String, Long> counts(List<String> auditors) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put(ALL, 0L);
    counts.put(UNTOUCHED, 0L);
    auditors.forEach(auditor -> counts.put(LET_THROUGH + auditor, 0L));
    for (Row row : byDefectAndAuditor()) {
      long items = row.getLong(3);
      counts.merge(ALL, items, Long::sum);
      counts.merge(row.isNullAt(0) ? UNTOUCHED : WITH + row.getString(0), items, Long::sum);
      if (row.isNullAt(0) && "active".equals(row.getString(1)) && !row.isNullAt(2)) {
        counts.computeIfPresent(LET_THROUGH + row.getString(2), (name, n) -> n + items);
      }
    }
    return counts;
  }

  private List<Row> byDefectAndAuditor() {
    return rows.groupBy(
            col("defect"),
            col("question.qualityStatus").as("status"),
            col("question.auditMetadata.auditor").as("auditor"))
        .count()
        .orderBy("defect", "status", "auditor")
        .collectAsList();
  }
}
