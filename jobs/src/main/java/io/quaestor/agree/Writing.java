package io.quaestor.agree;

import static org.apache.spark.sql.functions.col;

import io.quaestor.conf.Conf;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Table;
import io.quaestor.lake.Tables;
import io.quaestor.lake.Together;
import io.quaestor.tables.Agreement;
import io.quaestor.tables.AuditorPanel;
import io.quaestor.tables.CriterionFailRate;
import io.quaestor.tables.FamilyFailRate;
import java.time.Instant;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.KeyValueGroupedDataset;
import org.apache.spark.sql.Row;

/** Computes and writes all tables of one comparison. */
record Writing(Lake lake, Conf conf, Instant now) {

  /** Always true. */
  boolean write(Comparison comparison, Roster roster, Dataset<Tally> tallies, Dataset<Row> cells) {
    Jury jury = comparison.jury();
    Dataset<Vote> votes = Cells.votes(cells).persist();
    AgreementRows agreementRows =
        new AgreementRows(
            jury,
            new DocumentIntervals(jury).of(Cells.byDocument(tallies)),
            new Score(comparison.id(), now));
    Dataset<Agreement> agreement =
        segments(votes).flatMapGroups(agreementRows, RecordEncoder.of(Agreement.class)).persist();
    try {
      Conservation.check(agreement, comparison);
      Together.run(
          () -> append(Tables.BLIND_SPOTS, BlindSpots.of(tallies, comparison), comparison),
          () -> append(Tables.AUDITOR_PANELS, panels(votes, comparison), comparison),
          () ->
              append(
                  Tables.UNSCORED_RATES,
                  new Unscored(comparison.id(), now).of(votes, jury),
                  comparison),
          () -> append(Tables.CRITERION_FAIL_RATES, failRates(votes, comparison), comparison),
          () ->
              append(Tables.FAMILY_FAIL_RATES, familyRates(votes, comparison, roster), comparison));
      append(Tables.AGREEMENT, agreement, comparison);
      return true;
    } finally {
      agreement.unpersist();
      votes.unpersist();
    }
  }

  /** Votes of every segment that comparisons are given for. */
  private static KeyValueGroupedDataset<String, Vote> segments(Dataset<Vote> votes) {
    return votes
        .filter(col("kind").notEqual("model"))
        .groupByKey((MapFunction<Vote, String>) Vote::segment, Encoders.STRING());
  }

  private Dataset<AuditorPanel> panels(Dataset<Vote> votes, Comparison comparison) {
    return segments(votes)
        .flatMapGroups(
            new Panels(comparison.id(), comparison.jury(), now),
            RecordEncoder.of(AuditorPanel.class));
  }

  private Dataset<CriterionFailRate> failRates(Dataset<Vote> votes, Comparison comparison) {
    FailRates rates =
        new FailRates(comparison.id(), comparison.jury(), conf.agree().gateBelow(), now);
    return segments(votes.filter(col("kind").equalTo(AgreementRows.ALL)))
        .flatMapGroups(rates, RecordEncoder.of(CriterionFailRate.class));
  }

  private Dataset<FamilyFailRate> familyRates(
      Dataset<Vote> votes, Comparison comparison, Roster roster) {
    Families families = Families.of(conf);
    List<String> ofAuditors =
        roster.entries().stream().map(entry -> families.of(entry.models())).toList();
    return votes
        .filter(col("kind").equalTo("model"))
        .groupByKey(families, Encoders.STRING())
        .flatMapGroups(
            new FamilyRates(comparison.id(), comparison.jury(), ofAuditors, now),
            RecordEncoder.of(FamilyFailRate.class));
  }

  private <T extends Record> void append(Table<T> table, Dataset<T> rows, Comparison comparison) {
    lake.append(table, rows, "agree:" + comparison.id(), 1);
  }
}
