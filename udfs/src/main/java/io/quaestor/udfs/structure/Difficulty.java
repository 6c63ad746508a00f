package io.quaestor.udfs.structure;

import java.util.Locale;
import java.util.Optional;

/** How much a question demands; {@link #wire} is the name in tables, prompts and files. */
public enum Difficulty {
  BEGINNER("easy"),
  INTERMEDIATE("medium"),
  ADVANCED("hard");

  private final String graded;

  Difficulty(String graded) {
    this.graded = graded;
  }

  /** {@code beginner | intermediate | advanced}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By wire name or {@code easy | medium | hard}, in any case; empty for null and others. */
  public static Optional<Difficulty> parse(String name) {
    return WireNames.find(values(), Difficulty::wire, name)
        .or(() -> WireNames.find(values(), difficulty -> difficulty.graded, name));
  }
}
