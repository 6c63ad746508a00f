package io.quaestor.lease;

import java.util.HashMap;
import java.util.Map;

/**
 * Divides one budget among those who need it: nobody gets more than asked for while others lack,
 * and those who lack get the same (max-min fairness, Bertsekas and Gallager, Data Networks, 6.5).
 */
final class Shares {
  private Shares() {}

  /**
   * @param needs share of the whole each could use, 0 or more; infinite when it takes all it gets
   * @return sums to at most 1; what nobody needs is spread evenly
   */
  static <K> Map<K, Double> divide(Map<K, Double> needs) {
    Map<K, Double> shares = new HashMap<>();
    Map<K, Double> lacking = new HashMap<>(needs);
    double left = 1;
    boolean settled = false;
    while (!settled && !lacking.isEmpty()) {
      double even = left / lacking.size();
      Map<K, Double> content = new HashMap<>(lacking);
      content.values().removeIf(need -> need > even);
      content.forEach(shares::put);
      lacking.keySet().removeAll(content.keySet());
      left -= content.values().stream().mapToDouble(Double::doubleValue).sum();
      settled = content.isEmpty();
    }
    for (K key : lacking.isEmpty() ? shares.keySet() : lacking.keySet()) {
      double even = left / (lacking.isEmpty() ? shares.size() : lacking.size());
      shares.merge(key, even, Double::sum);
    }
    return shares;
  }
}
