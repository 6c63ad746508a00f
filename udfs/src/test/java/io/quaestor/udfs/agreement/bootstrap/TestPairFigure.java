package io.quaestor.udfs.agreement.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.udfs.agreement.Coefficients;
import io.quaestor.udfs.agreement.Statistic;
import io.quaestor.udfs.agreement.TwoByTwo;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TestPairFigure {
  private static final Map<PairFigure, Function<TwoByTwo, Statistic>> EXACT =
      Map.of(
          PairFigure.PERCENT_AGREEMENT, Coefficients::percentAgreement,
          PairFigure.AGREEMENT_ON_FAIL, Coefficients::agreementOnFail,
          PairFigure.COHENS_KAPPA, table -> Coefficients.cohensKappa(table).point(),
          PairFigure.SCOTTS_PI, table -> Coefficients.scottsPi(table).point(),
          PairFigure.GWET_AC1, table -> Coefficients.gwetAc1(table).point(),
          PairFigure.PABAK, table -> Coefficients.pabak(table).point());

  @Test
  void everyFigureIsWhatTheCoefficientIs() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 2_000; i++) {
      double[] sums = random.doubles(4, 0, 9).map(x -> Math.max(0, Math.floor(x) - 3)).toArray();
      for (PairFigure figure : PairFigure.values()) {
        Statistic exact = EXACT.get(figure).apply(Clusters.table(sums));
        Statistic fast = figure.apply(sums);
        assertEquals(exact.undefined(), fast.undefined(), figure.toString());
        if (exact.isDefined()) {
          assertEquals(exact.value(), fast.value(), 1e-12, figure.toString());
        }
      }
    }
  }

  @Test
  void figuresAreFoundByName() {
    assertEquals(PairFigure.GWET_AC1, PairFigure.of(" Gwet_AC1 ").orElseThrow());
    assertTrue(PairFigure.of("kappa").isEmpty());
    assertTrue(PairFigure.of(null).isEmpty());
  }
}
