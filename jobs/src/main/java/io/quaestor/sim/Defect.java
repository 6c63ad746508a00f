package io.quaestor.sim;

import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * The known kinds of defects. Each is planted and recognised by two methods that stand beside each
 * other; a defect is only planted where exactly it is recognised afterwards.
 */
enum Defect {
  WRONG_KEY("answer_correct", KeyDefects::swap, KeyDefects::swapped),
  GRAMMAR("grammar_correct", StemDefects.restyle(Style.GRAMMAR), StemDefects.styled(Style.GRAMMAR)),
  HALLUCINATION("no_hallucination", StemDefects::claim, StemDefects::claimed),
  INCOHERENT(
      "question_coherent",
      StemDefects.restyle(Style.INCOHERENT),
      StemDefects.styled(Style.INCOHERENT)),
  UNNATURAL(
      "natural_french", StemDefects.restyle(Style.UNNATURAL), StemDefects.styled(Style.UNNATURAL)),
  REGISTER(
      "register_appropriate",
      StemDefects.restyle(Style.REGISTER),
      StemDefects.styled(Style.REGISTER)),
  /** Planted by choosing a sentence and a word of another level. */
  DIFFICULTY("difficulty_appropriate", (draft, dice) -> draft.item(), LevelDefect::misjudged),
  INVALID_VARIATION("variations_valid", TypedDefects::addWrong, TypedDefects::hasWrong),
  DUPLICATE_OPTION("question_coherent", KeyDefects::duplicate, KeyDefects::duplicated),
  KEY_MISSING("answer_correct", KeyDefects::remove, KeyDefects::missing),
  TWO_BLANKS("question_coherent", TypedDefects::blankTwice, TypedDefects::blankedTwice),
  FAKE_QUOTE("no_hallucination", QuoteDefect::alter, QuoteDefect::altered);

  private final String criterion;
  private final BiFunction<Draft, Dice, Item> plant;
  private final Predicate<Reading> find;

  Defect(String criterion, BiFunction<Draft, Dice, Item> plant, Predicate<Reading> find) {
    this.criterion = criterion;
    this.plant = plant;
    this.find = find;
  }

  /** The draft with the defect; null where the kind makes no sense. */
  Item plant(Draft draft, Dice dice) {
    return plant.apply(draft, dice);
  }

  boolean found(Reading reading) {
    return find.test(reading);
  }

  /** Whether the defect makes a criterion false; naturalness goes by any language's name. */
  boolean breaks(String name) {
    return criterion.equals(name) || (this == UNNATURAL && name.startsWith("natural"));
  }

  /** Its name in the configuration. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
