package io.quaestor.udfs.flaws;

import io.quaestor.udfs.structure.Draft;
import io.quaestor.udfs.text.Normalise;
import io.quaestor.udfs.text.Similarity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A question made ready for the rules, each text folded once.
 *
 * @param keys indices of the options that are keys
 */
record Item(Text stem, List<Text> options, Set<Integer> keys) {
  private static final int LONGEST = 5_000;
  private static final int MOST_OPTIONS = 12;

  /**
   * One text.
   *
   * @param raw as given, blanks included
   * @param folded as {@link Normalise#folded} has it
   * @param plain as {@link Normalise#text} has it
   * @param words of it, in order
   */
  record Text(String raw, String folded, String plain, List<String> words) {

    static Text of(String text) {
      String raw = cut(text);
      String folded = Normalise.folded(raw);
      String plain = Normalise.textOfFolded(folded);
      return new Text(raw, folded, plain, Similarity.words(plain));
    }

    int length() {
      return plain.codePointCount(0, plain.length());
    }
  }

  static Item of(Draft draft) {
    List<Text> options = draft.options().stream().limit(MOST_OPTIONS).map(Text::of).toList();
    Set<String> answer = new HashSet<>();
    draft.answer().stream()
        .limit(MOST_OPTIONS)
        .forEach(key -> answer.add(Normalise.text(cut(key))));
    Set<Integer> keys = new HashSet<>();
    for (int i = 0; i < options.size(); i++) {
      if (answer.contains(options.get(i).plain())) {
        keys.add(i);
      }
    }
    return new Item(Text.of(draft.stem()), options, keys);
  }

  private static String cut(String text) {
    return text == null ? "" : text.substring(0, Math.min(text.length(), LONGEST));
  }

  List<Text> keyTexts() {
    return keys.stream().map(options::get).toList();
  }

  List<Text> distractors() {
    List<Text> distractors = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      if (!keys.contains(i)) {
        distractors.add(options.get(i));
      }
    }
    return distractors;
  }
}
