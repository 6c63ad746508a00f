package io.quaestor.udfs.agreement;

/** Agreement of two auditors on pass and fail. Exact for counts far beyond 1e10. */
public final class Coefficients {
  private Coefficients() {}

  /** Share of pairs with the same verdict, 0 to 1; undefined ({@code no_pairs}) without pairs. */
  public static Statistic percentAgreement(TwoByTwo table) {
    long n = table.n();
    return n == 0
        ? Statistic.undefined(Statistic.NO_PAIRS)
        : Statistic.of((double) (n - table.aOnlyFail() - table.bOnlyFail()) / n);
  }

  /**
   * Of the fails that either gave, the share that both gave, 0 to 1: {@code 2a / (2a + b + c)}
   * (Cicchetti and Feinstein 1990, J Clin Epidemiol 43:551). Undefined ({@code no_pairs}, {@code
   * no_fails}) when nothing failed. The best single figure for rare defects.
   */
  public static Statistic agreementOnFail(TwoByTwo table) {
    double shared = 2.0 * table.bothFail();
    double fails = shared + table.aOnlyFail() + table.bOnlyFail();
    if (fails > 0) {
      return Statistic.of(shared / fails);
    }
    return Statistic.undefined(table.n() == 0 ? Statistic.NO_PAIRS : Statistic.NO_FAILS);
  }

  /**
   * Cohen's kappa, -1 to 1 (Cohen 1960, Educ Psychol Meas 20:37), with the non-null standard error
   * of Fleiss, Cohen and Everitt (1969, Psychol Bull 72:323) and an unclipped 95% interval.
   * Undefined ({@code no_pairs}, {@code no_variation}) without pairs or when every verdict of both
   * is the same; 0 with standard error 0 when one of the two never varies. With a cell below about
   * 5 the interval is too narrow to be trusted.
   */
  public static Estimate cohensKappa(TwoByTwo table) {
    return CohensKappa.of(table);
  }
}
