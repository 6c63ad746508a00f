package io.quaestor.agree;

import io.quaestor.tables.FamilyFailRate;
import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.Wilson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;

/**
 * The rows of {@code family_fail_rates} of one family of generators.
 *
 * @param families of the auditors, in their order
 */
record FamilyRates(String comparisonId, Jury jury, List<String> families, Instant createdAt)
    implements FlatMapGroupsFunction<String, Vote, FamilyFailRate> {

  @Override
  public Iterator<FamilyFailRate> call(String family, Iterator<Vote> votes) {
    List<AuditorCounts> auditors =
        IntStream.range(0, jury.auditors().size())
            .mapToObj(i -> new AuditorCounts(jury, i, List.of(Jury.FLAGGED_GATE)))
            .toList();
    while (votes.hasNext()) {
      Vote vote = votes.next();
      auditors.forEach(auditor -> auditor.add(vote));
    }
    List<FamilyFailRate> rows = new ArrayList<>();
    auditors.stream()
        .filter(counts -> counts.scored(0) + counts.unscored(0) > 0)
        .forEach(counts -> rows.add(row(family, counts)));
    return rows.iterator();
  }

  private FamilyFailRate row(String family, AuditorCounts counts) {
    Estimate rate = Wilson.interval(counts.fails(0), counts.scored(0));
    String own = families.get(counts.auditor());
    return new FamilyFailRate(
        comparisonId,
        jury.auditors().get(counts.auditor()),
        own,
        family,
        own.equals(family),
        counts.scored(0),
        counts.fails(0),
        rate.point().value(),
        Reasons.interval(rate),
        rate.point().undefined(),
        createdAt);
  }
}
