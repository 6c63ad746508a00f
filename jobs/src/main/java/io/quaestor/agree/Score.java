package io.quaestor.agree;

import io.quaestor.tables.Agreement;
import io.quaestor.udfs.agreement.Statistic;
import io.quaestor.udfs.agreement.TwoByTwo;
import java.time.Instant;
import org.apache.spark.api.java.function.MapFunction;

/** From counts to statistics. */
record Score(String comparisonId, Instant createdAt) implements MapFunction<Tally, Agreement> {

  @Override
  public Agreement call(Tally tally) {
    TwoByTwo table =
        new TwoByTwo(tally.bothPass(), tally.aOnlyFail(), tally.bOnlyFail(), tally.bothFail());
    Statistic kappa = table.cohensKappa();
    return new Agreement(
        comparisonId,
        tally.auditorA(),
        tally.auditorB(),
        tally.segment(),
        tally.criterion(),
        tally.n(),
        tally.excluded(),
        tally.bothPass(),
        tally.aOnlyFail(),
        tally.bOnlyFail(),
        tally.bothFail(),
        table.percentAgreement().value(),
        kappa.value(),
        kappa.undefined(),
        createdAt);
  }
}
