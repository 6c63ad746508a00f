package io.quaestor.sim;

import io.quaestor.conf.SimConf;
import java.util.Map;

/**
 * How well a judge sees: turns what is true into what it says, the same each time it is asked the
 * same. A judge that nothing is configured for is perfect.
 */
record Skill(long seed, String model, String task, SimConf.Judge judge) {
  private static final String DEFAULT = "default";

  static Skill of(SimConf conf, String model, String task) {
    Map<String, SimConf.Judge> auditors = conf.auditors() == null ? Map.of() : conf.auditors();
    SimConf.Judge judge = auditors.getOrDefault(model, auditors.get(DEFAULT));
    return new Skill(conf.seed(), model, task, judge);
  }

  boolean says(boolean truth, String criterion, Item item) {
    boolean sees =
        Dice.of(seed, model, task, criterion, item.content()).hits(chance(truth, criterion));
    return sees == truth;
  }

  private double chance(boolean truth, String criterion) {
    if (judge == null) {
      return 1;
    }
    Map<String, Double> table = truth ? judge.specificity() : judge.sensitivity();
    return table == null ? 1 : table.getOrDefault(criterion, table.getOrDefault(DEFAULT, 1.0));
  }
}
