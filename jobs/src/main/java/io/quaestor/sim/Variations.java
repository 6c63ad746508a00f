package io.quaestor.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Other ways to write a missing word that a fair marker accepts. */
final class Variations {
  private Variations() {}

  /** Its other capitalisation, and the word with the article in front of it in the sentence. */
  static List<String> of(String key, Sentence sentence) {
    List<String> sound = new ArrayList<>();
    if (!Character.isDigit(key.charAt(0))) {
      String capitalised = Text.capitalised(key);
      sound.add(capitalised.equals(key) ? key.toLowerCase(Locale.ROOT) : capitalised);
    }
    int before = 0;
    for (Word word : sentence.words()) {
      if (word.text().equals(key) && word.noun()) {
        sound.add(Text.uncapitalised(sentence.text().substring(before, word.end())));
      }
      before = word.start();
    }
    return List.copyOf(sound);
  }

  /** What a validator offers: the sound ones, and the word in capitals. */
  static List<String> accepted(String key, Sentence sentence) {
    List<String> accepted = new ArrayList<>(of(key, sentence));
    accepted.add(key.toUpperCase(Locale.ROOT));
    return accepted.stream().distinct().toList();
  }

  static boolean fits(String variation, String key, Sentence sentence) {
    return comparable(key, sentence).contains(Text.lower(variation));
  }

  /** Sound ones that a question does not accept yet. */
  static List<String> missing(Reading reading) {
    if (!reading.item().typed()) {
      return List.of();
    }
    Set<String> accepted = new TreeSet<>();
    reading.item().answer().forEach(a -> accepted.add(Text.lower(a)));
    reading.item().variations().forEach(v -> accepted.add(Text.lower(v)));
    return of(reading.asked().get(0), reading.sentence()).stream()
        .filter(v -> !accepted.contains(Text.lower(v)))
        .toList();
  }

  private static Set<String> comparable(String key, Sentence sentence) {
    Set<String> all = new TreeSet<>(Set.of(Text.lower(key)));
    of(key, sentence).forEach(v -> all.add(Text.lower(v)));
    return all;
  }
}
