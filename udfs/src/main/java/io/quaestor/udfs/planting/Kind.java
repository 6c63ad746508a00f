package io.quaestor.udfs.planting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of defects that code can plant and be sure of. The question is believed to be good: its
 * key right, its distractors wrong, its quotes taken from the passage.
 */
public enum Kind {
  /** A key that does not answer the question. */
  SWAPPED_KEY(SwappedKey::plant),
  /** Gender, number or person of the stem's own wording. */
  BROKEN_GRAMMAR(Grammar::plant),
  /** A quote that the passage does not have. */
  FALSE_QUOTE(FalseQuote::plant),
  /** A distractor that says what the key says. */
  TWO_KEYS(TwoKeys::plant),
  /** A gap for which there is neither option nor key. */
  WRONG_BLANK(WrongBlank::plant),
  /** Slang. */
  WRONG_REGISTER(Register::plant);

  private final Planter planter;

  Kind(Planter planter) {
    this.planter = planter;
  }

  /** Its name in tables: {@code swapped_key} and so on. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * By name in tables.
   *
   * @throws IllegalArgumentException for any other
   */
  public static Kind of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }

  /**
   * The question with this defect; the same for the same arguments.
   *
   * @param passage what the question was made from
   * @return empty where the kind does not apply, or what came of it might be no defect
   */
  public Optional<Planted> plant(Content content, String passage, long seed) {
    Chance chance = new Chance(seed, wire() + " " + content.stem());
    return planter.plant(content, passage == null ? "" : passage, chance);
  }

  /** Those that can be planted into a question, in order. */
  public static List<Kind> applicable(Content content, String passage, long seed) {
    return Arrays.stream(values())
        .filter(kind -> kind.plant(content, passage, seed).isPresent())
        .toList();
  }
}
