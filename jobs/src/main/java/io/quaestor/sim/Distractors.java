package io.quaestor.sim;

import io.quaestor.sim.Draft.Wrong;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Wrong answers of the key's own kind, from elsewhere in the passages. */
final class Distractors {
  private final Map<String, Word> pool = new LinkedHashMap<>();

  Distractors(Collection<List<Word>> sentences) {
    for (List<Word> words : sentences) {
      words.forEach(w -> pool.putIfAbsent(w.lower(), w));
    }
  }

  /** At most {@code most}, the likest first: place and ending, then length, then chance. */
  List<Wrong> of(Word key, int most, Dice dice) {
    String sentence = " " + key.sentence().folded().toLowerCase(Locale.ROOT);
    Map<Word, Double> distances = new LinkedHashMap<>();
    for (Word word : pool.values()) {
      if (word.kind() == key.kind() && !word.resembles(key) && !sentence.contains(word.lower())) {
        distances.put(word, distance(word, key) + dice.next());
      }
    }
    List<Word> nearest = new ArrayList<>(distances.keySet());
    nearest.sort(Comparator.comparingDouble(distances::get));
    List<Wrong> wrong = new ArrayList<>();
    for (int i = 0; i < nearest.size() && wrong.size() < most; i++) {
      addUnlike(wrong, nearest.get(i), key);
    }
    if (key.kind() == Word.Kind.NUMBER) {
      near(key, sentence, wrong, most);
    }
    return wrong;
  }

  private static void addUnlike(List<Wrong> wrong, Word word, Word key) {
    String start = word.lower().substring(0, Math.min(4, word.lower().length()));
    boolean unlike = wrong.stream().noneMatch(w -> Text.lower(w.text()).startsWith(start));
    if (unlike || key.kind() == Word.Kind.NUMBER) {
      boolean here = word.sentence().passageId().equals(key.sentence().passageId());
      wrong.add(new Wrong(word.text(), here ? "misconception" : "other_context"));
    }
  }

  private static double distance(Word word, Word key) {
    return form(word, key) + (word.noun() == key.noun() ? 0 : 3);
  }

  /** How unlike two words look: ending and length. */
  static double form(Word word, Word key) {
    double ending = word.ending().equals(key.ending()) ? 0 : 2;
    return ending + Math.abs(word.text().length() - key.text().length()) / 3.0;
  }

  /** Where the passages have too few numbers. */
  private static void near(Word key, String sentence, List<Wrong> wrong, int most) {
    if (!key.text().matches("\\d{1,9}")) {
      return;
    }
    long number = Long.parseLong(key.text());
    for (long step : new long[] {1, 10, -1, 2, 5}) {
      String text = String.valueOf(number + step);
      boolean taken = wrong.stream().anyMatch(w -> w.text().equals(text));
      if (wrong.size() < most && number + step >= 0 && !taken && !sentence.contains(text)) {
        wrong.add(new Wrong(text, "near_number"));
      }
    }
  }
}
