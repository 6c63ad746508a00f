package io.quaestor.agree;

import io.quaestor.tables.CriterionFailRate;
import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.Wilson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;

/** The rows of {@code criterion_fail_rates}, from all questions. */
record FailRates(String comparisonId, Jury jury, double gateBelow, Instant createdAt)
    implements FlatMapGroupsFunction<String, Vote, CriterionFailRate> {

  @Override
  public Iterator<CriterionFailRate> call(String segment, Iterator<Vote> votes) {
    List<AuditorCounts> auditors =
        IntStream.range(0, jury.auditors().size())
            .mapToObj(i -> new AuditorCounts(jury, i, jury.criteria(i)))
            .toList();
    while (votes.hasNext()) {
      Vote vote = votes.next();
      auditors.forEach(auditor -> auditor.add(vote));
    }
    List<CriterionFailRate> rows = new ArrayList<>();
    for (AuditorCounts counts : auditors) {
      for (int i = 0; i < counts.criteria().size(); i++) {
        rows.add(row(counts, i));
      }
    }
    return rows.iterator();
  }

  private CriterionFailRate row(AuditorCounts counts, int i) {
    String criterion = counts.criteria().get(i);
    Estimate rate = Wilson.interval(counts.fails(i), counts.scored(i));
    return new CriterionFailRate(
        comparisonId,
        jury.auditors().get(counts.auditor()),
        criterion,
        jury.gate(counts.auditor()).contains(criterion) ? "gate" : "soft",
        counts.scored(i),
        counts.fails(i),
        rate.point().value(),
        Reasons.interval(rate),
        gateBelow,
        recommendation(rate, gateBelow),
        rate.point().undefined(),
        createdAt);
  }

  static String recommendation(Estimate rate, double gateBelow) {
    if (rate.point().isDefined() && rate.high() < gateBelow) {
      return "gate";
    }
    return rate.point().isDefined() && rate.low() >= gateBelow ? "soft" : "undecided";
  }
}
