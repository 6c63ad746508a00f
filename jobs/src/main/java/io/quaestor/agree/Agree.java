package io.quaestor.agree;

import static org.apache.spark.sql.functions.col;

import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Agreement;
import io.quaestor.tables.BlindSpot;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Compares auditors on the questions that both judged.
 *
 * <p>Reads {@code audits} and {@code questions}; writes {@code auditor_agreement} and {@code
 * blind_spots}. What counts is each auditor's latest verdict on a question's current content. The
 * same comparison again writes nothing.
 */
public final class Agree {
  private final Lake lake;
  private final Clock clock;

  public Agree(Lake lake, Clock clock) {
    this.lake = lake;
    this.clock = clock;
  }

  /**
   * Compares every pair of the auditors.
   *
   * @return {@code complete}; without a question that two of them judged, nothing is written
   * @throws JobException with exit code 2 when an auditor has no audits, naming those that have;
   *     with exit code 1 when the counts do not add up to the questions judged by both
   */
  public JobOutcome execute(AgreeOptions options) {
    lake.spark().sparkContext().setJobDescription("agree: compare " + options.auditors());
    requireKnown(options.auditors());
    Dataset<Row> judged =
        JudgedByBoth.of(lake.read(Tables.AUDITS), lake.read(Tables.QUESTIONS), options).persist();
    try {
      return compare(Comparison.of(options.auditors(), judged), judged, options.flagged());
    } finally {
      judged.unpersist();
    }
  }

  private JobOutcome compare(Comparison comparison, Dataset<Row> judged, String flagged) {
    if (comparison.scopes().isEmpty()) {
      return JobOutcome.complete(counts(comparison, List.of()), false);
    }
    Dataset<Row> standings = Standing.of(judged, comparison.dataset(lake.spark()));
    Dataset<Agreement> rows =
        Tally.of(standings)
            .map(new Score(comparison.id(), clock.instant()), RecordEncoder.of(Agreement.class))
            .persist();
    try {
      Conservation.check(rows, comparison);
      boolean changed = write(comparison, rows, BlindSpots.of(standings, comparison.id()));
      Map<String, Long> counts = counts(comparison, questionLevel(rows, flagged));
      counts.put("rows", rows.count());
      return JobOutcome.complete(counts, changed);
    } finally {
      rows.unpersist();
    }
  }

  private boolean write(
      Comparison comparison, Dataset<Agreement> rows, Dataset<BlindSpot> blindSpots) {
    long before = lake.version(Tables.AGREEMENT) + lake.version(Tables.BLIND_SPOTS);
    String writer = "agree:" + comparison.id();
    lake.append(Tables.AGREEMENT, rows, writer, 1);
    lake.append(Tables.BLIND_SPOTS, blindSpots, writer, 1);
    return lake.version(Tables.AGREEMENT) + lake.version(Tables.BLIND_SPOTS) != before;
  }

  private static List<Agreement> questionLevel(Dataset<Agreement> rows, String flagged) {
    return rows.filter(
            col("segment")
                .equalTo(Tally.ALL)
                .and(col("criterion").equalTo(Standing.FLAGGED + flagged)))
        .collectAsList();
  }

  private static Map<String, Long> counts(Comparison comparison, List<Agreement> questionLevel) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("pairs", (long) comparison.pairs());
    counts.put("judged_by_both", comparison.judged());
    for (Agreement row : questionLevel) {
      String a = row.auditorA();
      String b = row.auditorB();
      counts.put("judged_by_%s_and_%s".formatted(a, b), row.n() + row.excluded());
      counts.put("unscored_by_%s_or_%s".formatted(a, b), row.excluded());
      counts.put("flagged_by_%s_passed_by_%s".formatted(a, b), row.aOnlyFail());
      counts.put("flagged_by_%s_passed_by_%s".formatted(b, a), row.bOnlyFail());
    }
    return counts;
  }

  private void requireKnown(List<String> auditors) {
    TreeSet<String> known =
        new TreeSet<>(
            lake.rows(Tables.AUDITS)
                .select("auditor")
                .distinct()
                .as(Encoders.STRING())
                .collectAsList());
    for (String auditor : auditors) {
      if (!known.contains(auditor)) {
        throw JobException.input(
            "unknown_auditor",
            "No audits by '%s'; there are audits by %s"
                .formatted(auditor, known.isEmpty() ? "nobody" : String.join(", ", known)),
            "name one of those, or run audit --auditor %s first".formatted(auditor));
      }
    }
  }
}
