package io.quaestor.agree;

import static org.apache.spark.sql.functions.col;

import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.conf.Conf;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Agreement;
import io.quaestor.tables.Audit;
import io.quaestor.tables.Question;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Compares auditors on the questions that they judged.
 *
 * <p>Reads {@code audits} and {@code questions}; writes {@code auditor_agreement}, {@code
 * blind_spots}, {@code auditor_panels}, {@code unscored_rates}, {@code criterion_fail_rates} and
 * {@code family_fail_rates}. What counts is each auditor's latest verdict on a question's current
 * content. The same comparison again writes nothing.
 */
public final class Agree {
  private final Lake lake;
  private final Conf conf;
  private final Clock clock;
  private Findings findings = Findings.NONE;

  public Agree(Lake lake, Conf conf, Clock clock) {
    this.lake = lake;
    this.conf = conf;
    this.clock = clock;
  }

  /**
   * Compares every pair of the auditors, and all of them together.
   *
   * @return {@code complete}; without a question that two of them judged, nothing is written
   * @throws JobException with exit code 2 when an auditor has no audits, naming those that have;
   *     with exit code 1 when the counts do not add up to the questions judged by both
   */
  public JobOutcome execute(AgreeOptions options) {
    lake.spark().sparkContext().setJobDescription("agree: compare " + options.auditors());
    Dataset<Audit> audits = lake.read(Tables.AUDITS);
    Dataset<Question> questions = lake.read(Tables.QUESTIONS);
    Ballots ballots = new Ballots(audits, questions, options.auditors());
    Roster roster = ballots.roster();
    requireAudits(roster);
    Slots slots = roster.slots();
    Dataset<Tally> tallies = ballots.tallies(slots).persist(StorageLevel.DISK_ONLY());
    Dataset<Row> cells = Cells.of(tallies, Places.of(questions)).persist();
    try {
      Comparison comparison = Comparison.of(options.auditors(), slots, cells);
      boolean changed =
          comparison.judgedByBoth() > 0
              && !isWritten(comparison)
              && new Writing(lake, conf, clock.instant()).write(comparison, roster, tallies, cells);
      findings = comparison.judgedByBoth() > 0 ? Findings.of(lake, comparison.id()) : Findings.NONE;
      return JobOutcome.complete(counts(comparison, options.flagged()), changed);
    } finally {
      cells.unpersist();
      tallies.unpersist();
    }
  }

  /** What the last comparison found, for people; nothing before. */
  public Findings findings() {
    return findings;
  }

  private void requireAudits(Roster roster) {
    for (Roster.Entry entry : roster.entries()) {
      if (!entry.hasAudits()) {
        List<String> known =
            lake.rows(Tables.AUDITS)
                .select("auditor")
                .distinct()
                .as(Encoders.STRING())
                .collectAsList();
        throw JobException.input(
            "unknown_auditor",
            "No audits by '%s'; there are audits by %s"
                .formatted(
                    entry.auditor(),
                    known.isEmpty() ? "nobody" : String.join(", ", new TreeSet<>(known))),
            "name one of those, or run audit --auditor %s first".formatted(entry.auditor()));
      }
    }
  }

  /** {@code auditor_agreement} is written last, so that it stands for all tables. */
  private boolean isWritten(Comparison comparison) {
    return !lake.rows(Tables.AGREEMENT)
        .where(col(Tables.AGREEMENT.key()).equalTo(comparison.id()))
        .isEmpty();
  }

  private Map<String, Long> counts(Comparison comparison, String flagged) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("pairs", (long) comparison.judged().size());
    counts.put("judged_by_both", comparison.judgedByBoth());
    for (Agreement row : findings.agreement()) {
      if (row.criterion().equals(Jury.FLAGGED + flagged)) {
        String a = row.auditorA();
        String b = row.auditorB();
        counts.put("judged_by_%s_and_%s".formatted(a, b), row.n() + row.excluded());
        counts.put("unscored_by_%s_or_%s".formatted(a, b), row.excluded());
        counts.put("flagged_by_%s_passed_by_%s".formatted(a, b), row.aOnlyFail());
        counts.put("flagged_by_%s_passed_by_%s".formatted(b, a), row.bOnlyFail());
      }
    }
    if (comparison.judgedByBoth() > 0) {
      counts.put("rows", findings.rows());
    }
    return counts;
  }
}
