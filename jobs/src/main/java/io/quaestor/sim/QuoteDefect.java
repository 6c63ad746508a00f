package io.quaestor.sim;

import java.util.List;

/** A quote that does not stand in the passages. */
final class QuoteDefect {
  private QuoteDefect() {}

  static Item alter(Draft draft, Dice dice) {
    Sentence sentence = draft.sentence();
    List<Word> words = sentence.contentWords();
    if (words.isEmpty() || draft.spare().isEmpty()) {
      return null;
    }
    String quote =
        Drafts.gapped(sentence, List.of(dice.pick(words)), dice.pick(draft.spare()).text());
    return draft.item().withQuotes(List.of(quote));
  }

  static boolean altered(Reading reading) {
    return reading.item().quotes().stream()
        .map(Text::fold)
        .anyMatch(quote -> !reading.passages().holds(quote));
  }
}
