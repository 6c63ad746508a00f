package io.quaestor.udfs.agreement;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Cohen's kappa as a quotient of whole numbers, so that nothing cancels or overflows before the one
 * rounding at the end. The formulas are multiplied through by powers of n, with d = n times the
 * share of disagreement, e = n^2 times the agreement expected by chance and q = n^2 - e:
 *
 * <pre>
 * kappa         = (q - d n) / q
 * variance      = n (n s - t^2) / q^4
 * s             = sum over cells x_ii (q - d (r_i + c_i))^2 + d^2 sum over i != j x_ij (c_i + r_j)^2
 * t             = q n - d (n^2 + e)
 * null variance = (e n^2 + e^2 - n sum over i r_i c_i (r_i + c_i)) / (n q^2)
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

  private CohensKappa(CrossTable table) {
    int size = table.size();
    cells = new BigInteger[size][size];
    rows = new BigInteger[size];
    columns = new BigInteger[size];
    BigInteger chance = BigInteger.ZERO;
    for (int i = 0; i < size; i++) {
      rows[i] = big(table.row(i));
      columns[i] = big(table.column(i));
      chance = chance.add(rows[i].multiply(columns[i]));
      for (int j = 0; j < size; j++) {
        cells[i][j] = big(table.count(i, j));
      }
    }
    n = big(table.n());
    disagreeing = n.subtract(big(table.agreeing()));
    expected = chance;
    q = n.pow(2).subtract(expected);
  }

  static Estimate of(CrossTable table) {
    CohensKappa kappa = new CohensKappa(table);
    return kappa.problem() == null
        ? Estimate.wald(kappa.value(), Math.sqrt(kappa.variance()))
        : Estimate.undefined(kappa.problem());
  }

  static Significance test(CrossTable table) {
    CohensKappa kappa = new CohensKappa(table);
    if (kappa.problem() != null) {
      return Significance.undefined(kappa.problem());
    }
    double variance = kappa.nullVariance();
    return variance == 0
        ? new Significance(
            Statistic.of(kappa.value()), Statistic.undefined(Statistic.NO_NULL_VARIANCE))
        : Significance.of(
            kappa.value(), Quantiles.twoSidedNormal(kappa.value() / Math.sqrt(variance)));
  }

  private String problem() {
    if (n.signum() == 0) {
      return Statistic.NO_PAIRS;
    }
    return q.signum() == 0 ? Statistic.NO_VARIATION : null;
  }

  private double value() {
    return quotient(q.subtract(disagreeing.multiply(n)), q);
  }

  private double variance() {
    BigInteger t = q.multiply(n).subtract(disagreeing.multiply(n.pow(2).add(expected)));
    BigInteger spread = n.multiply(sumOfSquares()).subtract(t.pow(2));
    return quotient(n.multiply(spread), q.pow(4));
  }

  private double nullVariance() {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < rows.length; i++) {
      sum = sum.add(rows[i].multiply(columns[i]).multiply(rows[i].add(columns[i])));
    }
    BigInteger spread = expected.multiply(n.pow(2).add(expected)).subtract(n.multiply(sum));
    return quotient(spread, n.multiply(q.pow(2)));
  }

  private BigInteger sumOfSquares() {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows.length; j++) {
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
