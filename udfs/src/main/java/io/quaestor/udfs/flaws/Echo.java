package io.quaestor.udfs.flaws;

import io.quaestor.udfs.flaws.Item.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words of the stem that come back in options. */
final class Echo {
  /** Shorter words are mostly words of grammar. */
  private static final int LEAST_LETTERS = 4;

  private Echo() {}

  /** Whether each key repeats a word of the stem and no distractor repeats any. */
  static boolean isInKeyOnly(Item item) {
    Set<String> stem = new HashSet<>(item.stem().words());
    return !item.keys().isEmpty()
        && item.distractors().size() > 1
        && item.keyTexts().stream().allMatch(key -> echoes(key, stem))
        && item.distractors().stream().noneMatch(distractor -> echoes(distractor, stem));
  }

  private static boolean echoes(Text option, Set<String> stem) {
    List<String> words = option.words();
    return words.stream().anyMatch(word -> stem.contains(word) && isContent(word));
  }

  private static boolean isContent(String word) {
    return word.length() >= LEAST_LETTERS
        && word.codePoints().allMatch(Character::isLetter)
        && !Lexicon.FUNCTION_WORDS.contains(word);
  }
}
