package io.quaestor.sim;

import java.util.List;

/**
 * A sound question on its way to the reply, with what is needed to spoil it.
 *
 * @param keys what is missing from the sentence (true_false: empty)
 * @param spare words from the passages that are wrong here, the options' own first
 */
record Draft(
    Item item,
    Stem stem,
    Sentence sentence,
    List<Word> keys,
    List<Wrong> spare,
    Passages passages) {

  /**
   * A wrong answer.
   *
   * @param rationale why a learner might choose it: a key of {@link Tongue#rationales}
   */
  record Wrong(String text, String rationale) {}

  /** A wrong word that is neither an option nor in the sentence; null when there is none. */
  String unused() {
    List<String> options = item.options();
    return spare.stream()
        .map(Wrong::text)
        .filter(w -> options.stream().noneMatch(o -> Text.lower(o).equals(Text.lower(w))))
        .findFirst()
        .orElse(null);
  }

  Item worded(Stem changed) {
    return item.withStem(changed.text());
  }
}
