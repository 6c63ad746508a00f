package io.quaestor.sim;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Defects in how a question is put. */
final class StemDefects {
  private static final int FIRST_YEAR = 1803;
  private static final int YEARS = 160;

  private StemDefects() {}

  static BiFunction<Draft, Dice, Item> restyle(Style style) {
    return (draft, dice) -> draft.worded(draft.stem().with(style));
  }

  static Predicate<Reading> styled(Style style) {
    return reading -> reading.stem().style() == style;
  }

  /** A source in front that no passage names. */
  static Item claim(Draft draft, Dice dice) {
    List<String> names = draft.stem().tongue().names();
    String year = String.valueOf(FIRST_YEAR + dice.next(YEARS));
    Stem.Claim claim = new Stem.Claim(dice.pick(names), year);
    return draft.worded(draft.stem().with(claim));
  }

  static boolean claimed(Reading reading) {
    Stem.Claim claim = reading.stem().claim();
    return claim != null
        && !(reading.passages().mentions(claim.name())
            && reading.passages().mentions(claim.year()));
  }
}
