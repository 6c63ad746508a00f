package io.quaestor.agree;

import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.Agreement;
import io.quaestor.tables.Audit;
import io.quaestor.tables.BlindSpot;
import io.quaestor.tables.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A comparison of audits made by hand, without tables. */
record Compared(Comparison comparison, Dataset<Tally> tallies, List<Vote> votes) {
  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  /**
   * @param auditors names with spaces between
   */
  static Compared of(SparkSession spark, String auditors, Audit... audits) {
    List<Question> questions =
        Arrays.stream(audits)
            .map(Audit::questionId)
            .distinct()
            .map(
                id -> Questions.question(id, id.startsWith("long") ? "short_answer" : "mcq_single"))
            .toList();
    List<String> names = List.of(auditors.split(" "));
    Dataset<Audit> rows = spark.createDataset(List.of(audits), RecordEncoder.of(Audit.class));
    Dataset<Question> of = spark.createDataset(questions, RecordEncoder.of(Question.class));
    Ballots ballots = new Ballots(rows, of, names);
    Slots slots = ballots.roster().slots();
    Dataset<Tally> tallies = ballots.tallies(slots);
    Dataset<Row> cells = Cells.of(tallies, Places.of(of)).localCheckpoint();
    return new Compared(
        Comparison.of(names, slots, cells), tallies, Cells.votes(cells).collectAsList());
  }

  Jury jury() {
    return comparison.jury();
  }

  /** Rows of a segment, by criterion. */
  List<Agreement> rows(String segment) {
    Clustered none = Clustered.undefined(null, "not_tried");
    AgreementRows rows = new AgreementRows(jury(), new Everywhere(none), new Score("c", NOON));
    List<Agreement> all = new ArrayList<>();
    rows.call(segment, votes(segment).iterator()).forEachRemaining(all::add);
    all.sort(Comparator.comparing(Agreement::criterion));
    return all;
  }

  List<Vote> votes(String segment) {
    return votes.stream().filter(vote -> vote.segment().equals(segment)).toList();
  }

  List<BlindSpot> blindSpots() {
    return BlindSpots.of(tallies, comparison).collectAsList();
  }

  /** The same intervals for every pair and criterion. */
  private static final class Everywhere extends java.util.HashMap<Jury.Pair, List<Clustered>> {
    private static final long serialVersionUID = 1L;
    private final List<Clustered> each;

    Everywhere(Clustered one) {
      this.each = java.util.Collections.nCopies(99, one);
    }

    @Override
    public List<Clustered> get(Object pair) {
      return each;
    }
  }
}
