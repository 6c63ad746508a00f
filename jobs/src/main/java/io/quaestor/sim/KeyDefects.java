package io.quaestor.sim;

import java.util.ArrayList;
import java.util.List;

/** Defects in the key and the options. */
final class KeyDefects {
  private KeyDefects() {}

  /** Another answer where the key should be. */
  static Item swap(Draft draft, Dice dice) {
    Item item = draft.item();
    return switch (item.type()) {
      case "writing" -> item.withAnswer(elsewhere(draft, dice));
      case "mcq_multi" -> replaceOneKey(item, wrongOption(item, dice));
      case "mcq_single", "true_false" -> item.withAnswer(List.of(wrongOption(item, dice)));
      default -> item.withAnswer(List.of(draft.spare().get(0).text())).withVariations(List.of());
    };
  }

  static boolean swapped(Reading reading) {
    return !missing(reading) && !reading.keyRight();
  }

  /** A key that is not among the options. */
  static Item remove(Draft draft, Dice dice) {
    String unused = draft.unused();
    if (!draft.item().choice() || unused == null) {
      return null;
    }
    return replaceOneKey(draft.item(), unused);
  }

  static boolean missing(Reading reading) {
    List<String> options = reading.item().options().stream().map(Text::lower).toList();
    return !options.isEmpty()
        && !reading.item().answer().stream().map(Text::lower).allMatch(options::contains);
  }

  /** The same wrong option twice. */
  static Item duplicate(Draft draft, Dice dice) {
    Item item = draft.item();
    List<String> wrong = wrongOptions(item);
    if (!item.choice() || wrong.size() < 2) {
      return null;
    }
    List<String> options = new ArrayList<>(item.options());
    options.set(options.indexOf(wrong.get(0)), wrong.get(1));
    return item.withOptions(options);
  }

  static boolean duplicated(Reading reading) {
    List<String> options = reading.item().options();
    return options.stream().map(Text::lower).distinct().count() < options.size();
  }

  private static Item replaceOneKey(Item item, String by) {
    List<String> answer = new ArrayList<>(item.answer());
    answer.set(answer.size() - 1, by);
    return item.withAnswer(answer);
  }

  private static String wrongOption(Item item, Dice dice) {
    return dice.pick(wrongOptions(item));
  }

  private static List<String> wrongOptions(Item item) {
    return item.options().stream().filter(o -> !item.answer().contains(o)).toList();
  }

  private static List<String> elsewhere(Draft draft, Dice dice) {
    List<String> others =
        draft.passages().sentences().stream()
            .map(Sentence::text)
            .filter(t -> !Text.fold(t).equals(draft.sentence().folded()))
            .toList();
    return others.isEmpty() ? draft.item().answer() : List.of(dice.pick(others));
  }
}
