package io.quaestor.sim;

import java.util.Map;
import java.util.stream.Collectors;

/** Defect to the share of answers that get it. */
record Rates(Map<String, Double> shares) {

  double of(String defect) {
    return shares.getOrDefault(defect, 0.0);
  }

  /** At most one of them, null for none; shares that sum to more than 1 are cut off there. */
  String draw(Iterable<String> defects, Dice dice) {
    double chance = dice.next();
    double sum = 0;
    for (String defect : defects) {
      sum += of(defect);
      if (chance < sum) {
        return defect;
      }
    }
    return null;
  }

  /** The same for somebody who is so many times as careless. */
  Rates times(double factor) {
    return new Rates(
        shares.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> Math.min(1, factor * e.getValue()))));
  }
}
