package io.quaestor.udfs.planting;

import io.quaestor.udfs.text.Normalise;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where else the sentence of a question could have its gap.
 *
 * @param cloze stands in the passage with the key in its gap
 * @param places of words that stand there once and that neither key nor options offer
 */
record Gaps(Cloze cloze, String key, List<Integer> places) {
  private static final Pattern WORD =
      Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}'’_/-])\\p{L}{4,}(?![\\p{L}\\p{M}\\p{N}'’_/-])");

  /** Empty without one key and one gap, and when the sentence is not the passage's. */
  static Optional<Gaps> of(Content content, String passage) {
    if (content.answer().size() != 1) {
      return Optional.empty();
    }
    String key = content.answer().get(0);
    return Cloze.of(content, passage)
        .filter(cloze -> cloze.stands(key))
        .map(cloze -> new Gaps(cloze, key, places(cloze, key, content)))
        .filter(gaps -> !gaps.places.isEmpty());
  }

  /** The stem with the key back in its place and another word missing. */
  Optional<String> moved(Chance chance) {
    int at = chance.pick(places, "word");
    String sentence = sentence();
    return Optional.of(
        cloze.stem(sentence.substring(0, at) + cloze.gap() + sentence.substring(end(at))));
  }

  /** The stem with another word missing too. */
  Optional<String> added(Chance chance) {
    int at = chance.pick(places, "word");
    int from = cloze.opening().length();
    String sentence = sentence();
    String first = sentence.substring(0, at) + cloze.gap();
    String made =
        at < from
            ? first + sentence.substring(end(at), from) + cloze.gap() + cloze.closing()
            : cloze.opening()
                + cloze.gap()
                + first.substring(from + key.length())
                + sentence.substring(end(at));
    return Optional.of(cloze.stem(made));
  }

  private String sentence() {
    return cloze.opening() + key + cloze.closing();
  }

  private int end(int at) {
    Matcher word = WORD.matcher(sentence());
    word.find(at);
    return word.end();
  }

  private static List<Integer> places(Cloze cloze, String key, Content content) {
    String sentence = cloze.opening() + key + cloze.closing();
    int from = cloze.opening().length();
    List<Integer> places = new ArrayList<>();
    Matcher word = WORD.matcher(sentence);
    while (word.find()) {
      boolean outside = word.end() <= from || word.start() >= from + key.length();
      if (outside && once(word.group(), sentence) && !offered(word.group(), key, content)) {
        places.add(word.start());
      }
    }
    return places;
  }

  private static boolean once(String word, String sentence) {
    String lower = sentence.toLowerCase(Locale.ROOT);
    String wanted = word.toLowerCase(Locale.ROOT);
    return lower.indexOf(wanted) == lower.lastIndexOf(wanted);
  }

  private static boolean offered(String word, String key, Content content) {
    String wanted = Normalise.text(word);
    return Normalise.text(key).contains(wanted)
        || content.options().stream().anyMatch(option -> Normalise.text(option).contains(wanted));
  }
}
