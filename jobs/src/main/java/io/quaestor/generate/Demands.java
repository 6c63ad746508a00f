package io.quaestor.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Spreads a number of questions over the units, round after round. */
final class Demands {
  private final List<String> units;
  private final int batchSize;
  private final int cap;
  private final Map<String, Integer> drawn = new HashMap<>();
  private int batches;

  /**
   * @param units selected units, sorted
   * @param cap most chunks drawn from a unit in one round
   */
  Demands(List<String> units, int batchSize, int cap) {
    this.units = units;
    this.batchSize = batchSize;
    this.cap = cap;
  }

  /**
   * The next round's demand: as even as whole questions allow, earlier units first.
   *
   * @param questions more than 0
   */
  List<Demand> next(int questions) {
    int perUnit = Math.min((questions + units.size() - 1) / units.size() + 2, cap);
    List<Demand> demands = new ArrayList<>();
    for (int u = 0; u < units.size(); u++) {
      int share = questions / units.size() + (u < questions % units.size() ? 1 : 0);
      if (share > 0) {
        String unit = units.get(u);
        int before = drawn.getOrDefault(unit, 0);
        demands.add(new Demand(unit, share, perUnit, before, batches));
        drawn.put(unit, before + perUnit);
        batches += (share + batchSize - 1) / batchSize;
      }
    }
    return demands;
  }

  /** Whether every chunk of every unit has been drawn at least once. */
  boolean exhausted(Map<String, Integer> chunksPerUnit) {
    return units.stream()
        .allMatch(unit -> drawn.getOrDefault(unit, 0) >= chunksPerUnit.getOrDefault(unit, 0));
  }
}
