package io.quaestor.udfs.agreement;

/** Agreement of two auditors on pass and fail. Exact for counts far beyond 1e10. */
public final class Coefficients {
  private Coefficients() {}

  /** Share of pairs with the same verdict, 0 to 1; undefined ({@code no_pairs}) without pairs. */
  public static Statistic percentAgreement(TwoByTwo table) {
    return percentAgreement(CrossTable.of(table));
  }

  /** The same over any number of categories. */
  public static Statistic percentAgreement(CrossTable table) {
    long n = table.n();
    return n == 0
        ? Statistic.undefined(Statistic.NO_PAIRS)
        : Statistic.of((double) table.agreeing() / n);
  }

  /** {@link #percentAgreement(TwoByTwo)} with {@link Wilson}'s 95% interval. */
  public static Estimate agreementWithInterval(TwoByTwo table) {
    long n = table.n();
    return n == 0
        ? Estimate.undefined(Statistic.NO_PAIRS)
        : Wilson.interval(CrossTable.of(table).agreeing(), n);
  }

  /**
   * Of the fails that either gave, the share that both gave, 0 to 1: {@code 2a / (2a + b + c)}
   * (Cicchetti and Feinstein 1990, J Clin Epidemiol 43:551). Undefined ({@code no_pairs}, {@code
   * no_fails}) when nothing failed. The best single figure for rare defects.
   */
  public static Statistic agreementOnFail(TwoByTwo table) {
    return agreementOn(table, table.bothFail(), Statistic.NO_FAILS);
  }

  /** As {@link #agreementOnFail}, of the passes; undefined ({@code no_passes}) without any. */
  public static Statistic agreementOnPass(TwoByTwo table) {
    return agreementOn(table, table.bothPass(), Statistic.NO_PASSES);
  }

  private static Statistic agreementOn(TwoByTwo table, long both, String none) {
    double shared = 2.0 * both;
    double given = shared + table.aOnlyFail() + table.bOnlyFail();
    if (given > 0) {
      return Statistic.of(shared / given);
    }
    return Statistic.undefined(table.n() == 0 ? Statistic.NO_PAIRS : none);
  }

  /**
   * Cohen's kappa, -1 to 1 (Cohen 1960, Educ Psychol Meas 20:37), with the non-null standard error
   * of Fleiss, Cohen and Everitt (1969, Psychol Bull 72:323) and an unclipped 95% interval.
   * Undefined ({@code no_pairs}, {@code no_variation}) without pairs or when every verdict of both
   * is the same; 0 with standard error 0 when one of the two never varies. With a cell below about
   * 5 the interval is too narrow to be trusted.
   */
  public static Estimate cohensKappa(TwoByTwo table) {
    return cohensKappa(CrossTable.of(table));
  }

  /** The same over any number of categories; unused ones change nothing. */
  public static Estimate cohensKappa(CrossTable table) {
    return CohensKappa.of(table);
  }

  /**
   * Kappa against 0: two-sided normal p-value by the null standard error of Fleiss, Cohen and
   * Everitt; no p-value ({@code no_null_variance}) when a rater never varies.
   */
  public static Significance kappaTest(CrossTable table) {
    return CohensKappa.test(table);
  }

  /** {@link PooledChance#ac1} of pass and fail. */
  public static Estimate gwetAc1(TwoByTwo table) {
    return PooledChance.ac1(CrossTable.of(table));
  }

  /** {@link PooledChance#scottsPi} of pass and fail. */
  public static Estimate scottsPi(TwoByTwo table) {
    return PooledChance.scottsPi(CrossTable.of(table));
  }

  /** {@link #pabak(CrossTable)} of pass and fail: twice the agreement less 1. */
  public static Estimate pabak(TwoByTwo table) {
    return pabak(CrossTable.of(table));
  }

  /**
   * Prevalence- and bias-adjusted kappa, {@code (q p - 1) / (q - 1)}, -1 to 1 for two categories
   * (Byrt, Bishop and Carlin 1993, J Clin Epidemiol 46:423; Brennan and Prediger 1981 for more),
   * with Wilson's interval of p so scaled. Undefined ({@code no_pairs}, {@code one_category}).
   */
  public static Estimate pabak(CrossTable table) {
    double q = table.size();
    long n = table.n();
    if (n == 0 || q < 2) {
      return Estimate.undefined(n == 0 ? Statistic.NO_PAIRS : Statistic.ONE_CATEGORY);
    }
    Estimate agreement = Wilson.interval(table.agreeing(), n);
    return Estimate.between(
        (q * agreement.point().value() - 1) / (q - 1),
        (q * agreement.low() - 1) / (q - 1),
        (q * agreement.high() - 1) / (q - 1));
  }

  /**
   * {@code (both_fail - both_pass) / n}, -1 to 1 (Byrt, Bishop and Carlin 1993): far from 0 it is
   * rare that the two could disagree, and kappa is low. Undefined ({@code no_pairs}).
   */
  public static Statistic prevalenceIndex(TwoByTwo table) {
    return shareOfPairs(table, (double) (table.bothFail() - table.bothPass()));
  }

  /**
   * {@code (a_only_fail - b_only_fail) / n}, -1 to 1 (Byrt, Bishop and Carlin 1993): how much more
   * often A fails. Undefined ({@code no_pairs}).
   */
  public static Statistic biasIndex(TwoByTwo table) {
    return shareOfPairs(table, (double) (table.aOnlyFail() - table.bOnlyFail()));
  }

  private static Statistic shareOfPairs(TwoByTwo table, double pairs) {
    return table.n() == 0
        ? Statistic.undefined(Statistic.NO_PAIRS)
        : Statistic.of(pairs / table.n());
  }
}
