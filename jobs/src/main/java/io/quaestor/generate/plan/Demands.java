package io.quaestor.generate.plan;

import io.quaestor.udfs.plan.Sampling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Spreads a number of questions over the units, round after round. */
public final class Demands {
  private final List<String> units;
  private final int cap;
  private final Map<String, Integer> drawn = new HashMap<>();

  /**
   * @param units selected units, sorted
   * @param cap most chunks drawn from a unit in one round
   */
  public Demands(List<String> units, int cap) {
    this.units = units;
    this.cap = cap;
  }

  /**
   * The next round's demand: as even as whole questions allow, earlier units first.
   *
   * @param wanted accepted questions that are missing; they decide how much source is drawn
   * @param questions to ask for, more than 0
   */
  List<Demand> next(int wanted, int questions) {
    int perUnit = Sampling.chunksPerUnit(wanted, units.size(), cap);
    List<Demand> demands = new ArrayList<>();
    for (int u = 0; u < units.size(); u++) {
      int share = questions / units.size() + (u < questions % units.size() ? 1 : 0);
      if (share > 0) {
        int before = drawn.merge(units.get(u), perUnit, Integer::sum) - perUnit;
        demands.add(new Demand(units.get(u), share, perUnit, before));
      }
    }
    return demands;
  }

  /** Whether every chunk of every unit has been drawn at least once. */
  public boolean exhausted(Map<String, Integer> chunksPerUnit) {
    return units.stream()
        .allMatch(unit -> drawn.getOrDefault(unit, 0) >= chunksPerUnit.getOrDefault(unit, 0));
  }
}
