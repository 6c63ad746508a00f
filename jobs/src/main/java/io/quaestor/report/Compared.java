package io.quaestor.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quaestor.lake.Table;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Agreement;
import io.quaestor.tables.AuditorAccuracy;
import io.quaestor.tables.AuditorPanel;
import io.quaestor.tables.CriterionFailRate;
import io.quaestor.tables.FamilyFailRate;
import io.quaestor.tables.UnscoredRate;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the newest comparisons and calibrations found. The tables are small and wide, so they are
 * read in one query, as JSON.
 *
 * @param agreement of each pair's newest comparison: the whole, and what was flagged by type and
 *     difficulty
 * @param panels over all questions, of each panel's newest comparison
 * @param unscored of each auditor's newest comparison: over all questions, and of every other kind
 *     of segment the one with the largest share
 * @param failRates of each auditor's newest comparison; families likewise
 * @param accuracy of each auditor's newest calibration
 */
record Compared(
    List<Agreement> agreement,
    List<AuditorPanel> panels,
    List<UnscoredRate> unscored,
    List<CriterionFailRate> failRates,
    List<FamilyFailRate> families,
    List<AuditorAccuracy> accuracy) {

  private static final String SOURCE = "SELECT '%s' AS source, to_json(struct(*)) AS row FROM (%s)";

  /** Rows of the newest finding of each group; its order and its limit come after. */
  private static final String NEWEST =
      """
      SELECT * EXCEPT (newest) FROM
        (SELECT *, rank() OVER (PARTITION BY %2$s ORDER BY created_at DESC, %3$s DESC) AS newest
         FROM %1$s)
      WHERE newest = 1""";

  private static final String AGREEMENT =
      newest(Tables.AGREEMENT, "auditor_a, auditor_b")
          + """
           AND (segment = 'all' OR (criterion = 'flagged_gate'
             AND (segment LIKE 'type=%' OR segment LIKE 'difficulty=%')))
          ORDER BY segment <> 'all', auditor_a, auditor_b, segment,
            startswith(criterion, 'flagged_'),
            if(criterion = 'flagged_any', 'z', criterion) LIMIT 1000""";

  private static final String PANELS =
      newest(Tables.AUDITOR_PANELS, "auditors, segment")
          + " AND segment = 'all' ORDER BY raters DESC, auditors,"
          + " startswith(criterion, 'flagged_'), criterion LIMIT 200";

  private static final String UNSCORED =
      """
      SELECT * EXCEPT (worst) FROM
        (SELECT *, row_number() OVER (PARTITION BY auditor, criterion, segment_kind
                                      ORDER BY share DESC NULLS LAST, segment) AS worst
         FROM (%s))
      WHERE worst = 1 ORDER BY auditor, criterion, segment_kind <> 'all', segment_kind LIMIT 1000"""
          .formatted(newest(Tables.UNSCORED_RATES, "auditor"));

  private static final String FAIL_RATES =
      newest(Tables.CRITERION_FAIL_RATES, "auditor")
          + " ORDER BY auditor, role, criterion LIMIT 400";

  private static final String FAMILIES =
      newest(Tables.FAMILY_FAIL_RATES, "auditor")
          + " ORDER BY auditor, auditor_family, generator_family LIMIT 400";

  private static final String ACCURACY =
      newest(Tables.AUDITOR_ACCURACY, "auditor")
          + " ORDER BY criterion, defect <> 'all', defect, auditor LIMIT 1000";

  private static final Map<Table<?>, String> QUERIES =
      Map.of(
          Tables.AGREEMENT, AGREEMENT,
          Tables.AUDITOR_PANELS, PANELS,
          Tables.UNSCORED_RATES, UNSCORED,
          Tables.CRITERION_FAIL_RATES, FAIL_RATES,
          Tables.FAMILY_FAIL_RATES, FAMILIES,
          Tables.AUDITOR_ACCURACY, ACCURACY);

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(new SimpleModule().addDeserializer(Instant.class, new ReadInstant()))
          .build();

  /** A row of a table, as JSON. */
  public record Kept(String source, String row) {}

  static Compared read(Queries queries) {
    String all =
        QUERIES.entrySet().stream()
            .map(each -> SOURCE.formatted(each.getKey().name(), each.getValue()))
            .collect(Collectors.joining("\nUNION ALL\n"));
    Map<String, List<Kept>> rows =
        queries.list(Kept.class, all).stream().collect(Collectors.groupingBy(Kept::source));
    return new Compared(
        rows(rows, Tables.AGREEMENT),
        rows(rows, Tables.AUDITOR_PANELS),
        rows(rows, Tables.UNSCORED_RATES),
        rows(rows, Tables.CRITERION_FAIL_RATES),
        rows(rows, Tables.FAMILY_FAIL_RATES),
        rows(rows, Tables.AUDITOR_ACCURACY));
  }

  private static String newest(Table<?> table, String group) {
    return NEWEST.formatted(table.name(), group, table.key());
  }

  private static <T extends Record> List<T> rows(Map<String, List<Kept>> rows, Table<T> table) {
    Stream<Kept> kept = rows.getOrDefault(table.name(), List.of()).stream();
    return kept.map(each -> row(each.row(), table.row())).toList();
  }

  private static <T> T row(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A row of a table reads as its own record", e);
    }
  }

  /** As Spark writes it. */
  private static final class ReadInstant extends StdDeserializer<Instant> {
    private static final long serialVersionUID = 1;

    ReadInstant() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return Instant.parse(json.getText());
    }
  }
}
