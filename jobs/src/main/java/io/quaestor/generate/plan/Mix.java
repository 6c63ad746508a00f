package io.quaestor.generate.plan;

import io.quaestor.conf.PlanConf;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which type and difficulty each batch of a run has, so that every stretch of batches holds the
 * shares of the configuration as nearly as whole batches allow.
 *
 * <p>Smooth weighted round robin over the cells type x difficulty; a pure function of the shares.
 */
final class Mix implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PERIOD = 200;

  /** A type at a difficulty. */
  record Cell(String type, String difficulty) implements Serializable {}

  private final ArrayList<Cell> sequence = new ArrayList<>();

  Mix(Map<String, Double> types, Map<String, Double> difficulties) {
    List<Cell> cells = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (Map.Entry<String, Double> type : new TreeMap<>(types).entrySet()) {
      for (Map.Entry<String, Double> difficulty : new TreeMap<>(difficulties).entrySet()) {
        double weight = type.getValue() * difficulty.getValue();
        if (weight > 0) {
          cells.add(new Cell(type.getKey(), difficulty.getKey()));
          weights.add(weight);
        }
      }
    }
    fill(cells, weights);
  }

  /** The mix of a configuration, narrowed to one type or difficulty where given. */
  static Mix of(PlanConf conf, String type, String difficulty) {
    return new Mix(
        type == null ? conf.types() : Map.of(type, 1.0),
        difficulty == null ? conf.difficulties() : Map.of(difficulty, 1.0));
  }

  /** The cell of the batch with this 0-based number. */
  Cell cell(int batch) {
    return sequence.get(batch % sequence.size());
  }

  private void fill(List<Cell> cells, List<Double> weights) {
    double total = weights.stream().mapToDouble(Double::doubleValue).sum();
    double[] credit = new double[cells.size()];
    for (int i = 0; i < PERIOD; i++) {
      int best = 0;
      for (int c = 0; c < credit.length; c++) {
        credit[c] += weights.get(c) / total;
        if (credit[c] > credit[best] + 1e-9) {
          best = c;
        }
      }
      credit[best] -= 1;
      sequence.add(cells.get(best));
    }
  }
}
