package io.quaestor.sim;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which request is hit by which fault: seeded by its content and how often it came. */
final class Faults {
  private final long seed;
  private final Map<Fault, Double> rates;
  private final Map<Long, Integer> times = new ConcurrentHashMap<>();

  Faults(long seed, Map<Fault, Double> rates) {
    this.seed = seed;
    this.rates = rates;
  }

  /** Null for none. */
  Fault draw(long request) {
    if (rates.isEmpty()) {
      return null;
    }
    double chance = Dice.of(seed, "fault", request, times.merge(request, 1, Integer::sum)).next();
    double sum = 0;
    for (Fault fault : Fault.values()) {
      sum += rates.getOrDefault(fault, 0.0);
      if (chance < sum) {
        return fault;
      }
    }
    return null;
  }
}
