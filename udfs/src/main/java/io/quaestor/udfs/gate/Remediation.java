package io.quaestor.udfs.gate;

import io.quaestor.udfs.structure.Difficulty;
import io.quaestor.udfs.text.Normalise;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of an auditor's suggestions are applied: only those it may remediate, and only on a pass.
 */
public final class Remediation {
  /** Permission to relabel the difficulty. */
  public static final String DIFFICULTY = "difficulty";

  /** Permission to take acceptable variations away; none are ever added. */
  public static final String ACCEPTABLE_VARIATIONS = "acceptable_variations";

  private Remediation() {}

  /**
   * The labels the question has after the audit; {@code current} itself unless the outcome is a
   * pass. The difficulty is replaced by the suggested one when that is a known {@link Difficulty}
   * and another one; variations equal to an invalid one by {@link Normalise#text} are left out, the
   * rest kept as they are, in order.
   *
   * @param remediates {@link #DIFFICULTY}, {@link #ACCEPTABLE_VARIATIONS}, both or none (null is
   *     none)
   */
  public static Labels apply(
      Outcome outcome, Set<String> remediates, Labels current, Suggestions suggested) {
    if (outcome != Outcome.PASS || suggested == null || remediates == null) {
      return current;
    }
    return new Labels(
        remediates.contains(DIFFICULTY)
            ? difficulty(current.difficulty(), suggested.difficulty())
            : current.difficulty(),
        remediates.contains(ACCEPTABLE_VARIATIONS)
            ? without(current.acceptableVariations(), suggested.invalidVariations())
            : current.acceptableVariations());
  }

  private static String difficulty(String current, String suggested) {
    return Difficulty.parse(suggested)
        .filter(wanted -> !Difficulty.parse(current).equals(Optional.of(wanted)))
        .map(Difficulty::wire)
        .orElse(current);
  }

  private static List<String> without(List<String> variations, List<String> invalid) {
    if (invalid == null) {
      return variations;
    }
    Set<String> unwanted = invalid.stream().map(Normalise::text).collect(Collectors.toSet());
    unwanted.remove("");
    return variations.stream()
        .filter(variation -> !unwanted.contains(Normalise.text(variation)))
        .toList();
  }
}
