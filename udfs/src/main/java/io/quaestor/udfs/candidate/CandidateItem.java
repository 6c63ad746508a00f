package io.quaestor.udfs.candidate;

import io.quaestor.udfs.structure.Blanks;
import io.quaestor.udfs.text.Normalise;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One practice item of a course set, as a model wrote it: every part may be null or blank.
 *
 * @param text the stem
 * @param mode {@link #OPTIONS} or {@link #NUMERIC}, compared exactly
 * @param options empty in numeric mode; null becomes empty
 * @param correctIndex 0-based place of the key; null in numeric mode
 * @param answer the key in numeric mode, else null
 */
public record CandidateItem(
    String text, String mode, List<String> options, Integer correctIndex, String answer) {

  /** The student chooses. */
  public static final String OPTIONS = "options";

  /** The student writes a number. */
  public static final String NUMERIC = "numeric";

  private static final int MIN_OPTIONS = 3;
  private static final int MAX_OPTIONS = 4;

  public CandidateItem {
    options = options == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(options));
  }

  boolean hasOptionsMode() {
    return OPTIONS.equals(mode);
  }

  boolean isFilled() {
    return !Normalise.isBlank(text);
  }

  /** Exactly one blank and enough around it. */
  boolean hasSoundBlank() {
    return Blanks.count(text) == 1 && Blanks.hasContext(text);
  }

  /**
   * Three or four options, none blank, with a key among them; or an answer and no options. No other
   * mode has a rule that could be kept.
   */
  boolean keepsModeRule() {
    if (hasOptionsMode()) {
      return options.size() >= MIN_OPTIONS
          && options.size() <= MAX_OPTIONS
          && options.stream().noneMatch(Normalise::isBlank)
          && correctIndex != null
          && correctIndex >= 0
          && correctIndex < options.size();
    }
    return NUMERIC.equals(mode) && options.isEmpty() && !Normalise.isBlank(answer);
  }

  /** Whether two options are the same after {@link Normalise#text}. */
  boolean hasDuplicateOptions() {
    Set<String> seen = new HashSet<>();
    return !options.stream().map(Normalise::text).allMatch(seen::add);
  }

  /** Whether the answer is right; empty when the item is not numeric or not arithmetic. */
  Optional<Boolean> isArithmeticRight() {
    return NUMERIC.equals(mode) ? Arithmetic.isRight(text, answer) : Optional.empty();
  }
}
