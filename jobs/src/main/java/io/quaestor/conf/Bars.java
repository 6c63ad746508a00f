package io.quaestor.conf;

import io.quaestor.JobException;
import io.quaestor.udfs.rubric.Bar;
import java.math.BigDecimal;
import java.util.Map;

/** Changes single minima of a bar. */
final class Bars {
  private Bars() {}

  static Bar with(Bar bar, Map<String, String> minima) {
    Bar changed = bar;
    for (Map.Entry<String, String> minimum : minima.entrySet()) {
      changed = with(changed, minimum.getKey(), number(minimum));
    }
    return changed;
  }

  private static Bar with(Bar bar, String name, BigDecimal minimum) {
    return switch (name) {
      case "binaries" ->
          new Bar(minimum.intValue(), bar.nonTrivial(), bar.avgLikert(), bar.totalScore());
      case "non_trivial" ->
          new Bar(bar.binaries(), minimum.intValue(), bar.avgLikert(), bar.totalScore());
      case "avg_likert" -> new Bar(bar.binaries(), bar.nonTrivial(), minimum, bar.totalScore());
      case "total_score" -> new Bar(bar.binaries(), bar.nonTrivial(), bar.avgLikert(), minimum);
      default ->
          throw JobException.input(
              "bad_threshold",
              "There is no threshold %s".formatted(name),
              "use binaries, non_trivial, avg_likert or total_score");
    };
  }

  private static BigDecimal number(Map.Entry<String, String> minimum) {
    try {
      return new BigDecimal(minimum.getValue().strip());
    } catch (NumberFormatException e) {
      throw JobException.input(
          "bad_threshold",
          "The threshold %s is %s".formatted(minimum.getKey(), minimum.getValue()),
          "give a number, such as 3.5");
    }
  }
}
