package io.quaestor.udfs.agreement;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Cohen's kappa as a quotient of whole numbers, so that nothing cancels or overflows before the one
 * rounding at the end. Both formulas are multiplied through by powers of n, with d = n times the
 * share of disagreement, e = n^2 times the agreement expected by chance and q = n^2 - e:
 *
 * <pre>
 * kappa    = (q - d n) / q
 * variance = n (n s - t^2) / q^4
 * s        = sum over cells x_ii (q - d (r_i + c_i))^2 + d^2 sum over i != j x_ij (c_i + r_j)^2
 * t        = q n - d (n^2 + e)
 * </pre>
 */
final class CohensKappa {
  private final BigInteger[][] cells;
  private final BigInteger[] rows;
  private final BigInteger[] columns;
  private final BigInteger n;
  private final BigInteger disagreeing;
  private final BigInteger expected;
  private final BigInteger q;

  private CohensKappa(TwoByTwo table) {
    BigInteger[] fails = {big(table.bothFail()), big(table.aOnlyFail())};
    BigInteger[] passes = {big(table.bOnlyFail()), big(table.bothPass())};
    cells = new BigInteger[][] {fails, passes};
    rows = new BigInteger[] {fails[0].add(fails[1]), passes[0].add(passes[1])};
    columns = new BigInteger[] {fails[0].add(passes[0]), fails[1].add(passes[1])};
    n = rows[0].add(rows[1]);
    disagreeing = fails[1].add(passes[0]);
    expected = rows[0].multiply(columns[0]).add(rows[1].multiply(columns[1]));
    q = n.pow(2).subtract(expected);
  }

  static Estimate of(TwoByTwo table) {
    CohensKappa kappa = new CohensKappa(table);
    if (kappa.n.signum() == 0) {
      return Estimate.undefined(Statistic.NO_PAIRS);
    }
    if (kappa.q.signum() == 0) {
      return Estimate.undefined(Statistic.NO_VARIATION);
    }
    return Estimate.wald(kappa.value(), Math.sqrt(kappa.variance()));
  }

  private double value() {
    return quotient(q.subtract(disagreeing.multiply(n)), q);
  }

  private double variance() {
    BigInteger t = q.multiply(n).subtract(disagreeing.multiply(n.pow(2).add(expected)));
    BigInteger spread = n.multiply(sumOfSquares()).subtract(t.pow(2));
    return quotient(n.multiply(spread), q.pow(4));
  }

  private BigInteger sumOfSquares() {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        BigInteger pull = disagreeing.multiply(columns[i].add(rows[j]));
        BigInteger root = i == j ? q.subtract(pull) : pull;
        sum = sum.add(cells[i][j].multiply(root.pow(2)));
      }
    }
    return sum;
  }

  private static double quotient(BigInteger dividend, BigInteger divisor) {
    return new BigDecimal(dividend)
        .divide(new BigDecimal(divisor), MathContext.DECIMAL128)
        .doubleValue();
  }

  private static BigInteger big(long count) {
    return BigInteger.valueOf(count);
  }
}
