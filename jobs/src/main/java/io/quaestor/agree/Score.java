package io.quaestor.agree;

import io.quaestor.tables.Agreement;
import io.quaestor.udfs.agreement.Coefficients;
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
    Statistic kappa = Coefficients.cohensKappa(table).point();
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
        Coefficients.percentAgreement(table).value(),
        kappa.value(),
        kappa.undefined(),
        createdAt);
  }
}
