package io.quaestor.sim;

import io.quaestor.sim.Draft.Wrong;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes one sound question of a type from a sentence. */
final class Drafts {
  private static final int CHOICES = 4;
  private static final int FEWEST_WRONG = 2;
  private static final int SPARE = 5;

  private final Passages passages;
  private final Tongue tongue;
  private final Map<Sentence, List<Word>> words = new LinkedHashMap<>();
  private final Distractors distractors;

  Drafts(Passages passages, Tongue tongue) {
    this.passages = passages;
    this.tongue = tongue;
    passages.askable().forEach(s -> words.put(s, s.contentWords()));
    this.distractors = new Distractors(words.values());
  }

  /** What could be asked of a sentence, in seeded order; a set of keys is one question. */
  List<List<Word>> keys(String type, Sentence sentence, Dice dice) {
    List<Word> askable = new ArrayList<>(words.get(sentence));
    dice.shuffle(askable);
    if (!type.equals("mcq_multi")) {
      return askable.stream().map(List::of).toList();
    }
    askable.removeIf(w -> w.kind() == Word.Kind.NUMBER);
    List<List<Word>> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < askable.size(); i++) {
      pairs.add(List.of(askable.get(i), askable.get(i + 1)));
    }
    return pairs;
  }

  /** Null when there are not enough wrong answers to set beside the right one. */
  Draft make(String type, List<Word> keys, String difficulty, Dice dice) {
    List<Wrong> spare = distractors.of(keys.get(0), SPARE, dice);
    if (keys.size() > 1) {
      Word second = keys.get(1);
      spare = spare.stream().filter(w -> !Text.lower(w.text()).equals(second.lower())).toList();
    }
    if (spare.size() < FEWEST_WRONG && !type.equals("writing")) {
      return null;
    }
    return switch (type) {
      case "true_false" -> statement(keys.get(0), spare, difficulty, dice);
      case "writing" -> writing(keys.get(0), spare, difficulty, dice);
      default -> gaps(type, keys, spare, difficulty, dice);
    };
  }

  /** A choice between a word and wrong ones that are given. */
  Draft choice(Word key, List<Wrong> wrong, String difficulty, Dice dice) {
    return gaps("mcq_single", List.of(key), wrong, difficulty, dice);
  }

  /** The sentence with something else in place of words. */
  static String gapped(Sentence sentence, List<Word> words, String gap) {
    StringBuilder text = new StringBuilder(sentence.text());
    words.stream()
        .sorted(Comparator.comparingInt(Word::start).reversed())
        .forEach(w -> text.replace(w.start(), w.end(), gap));
    return text.toString();
  }

  private Draft gaps(
      String type, List<Word> keys, List<Wrong> spare, String difficulty, Dice dice) {
    Sentence sentence = keys.get(0).sentence();
    List<String> answer = keys.stream().map(Word::text).toList();
    List<String> options = new ArrayList<>();
    if (type.startsWith("mcq")) {
      options.addAll(answer);
      int wrong = CHOICES - answer.size() + (answer.size() > 1 ? dice.next(2) : 0);
      spare.stream().limit(wrong).map(Wrong::text).forEach(options::add);
      dice.shuffle(options);
    }
    boolean typed = type.equals("fill_in_blank") || type.equals("short_answer");
    List<String> variations =
        new ArrayList<>(typed ? Variations.of(answer.get(0), sentence) : List.of());
    if (variations.size() > 1 && dice.hits(0.3)) {
      variations.remove(variations.size() - 1);
    }
    Stem stem = stem(type, keys.get(0), gapped(sentence, keys, Stem.gap(type)), dice);
    Item item =
        new Item(
            0,
            type,
            difficulty,
            stem.text(),
            options,
            answer,
            variations,
            List.of(sentence.text()));
    return new Draft(item, stem, sentence, keys, spare, passages);
  }

  private Draft statement(Word key, List<Wrong> spare, String difficulty, Dice dice) {
    boolean truth = dice.hits(0.5);
    Sentence sentence = key.sentence();
    String body = truth ? sentence.text() : gapped(sentence, List.of(key), spare.get(0).text());
    Stem stem = stem("true_false", key, body, dice);
    List<String> answer = List.of(tongue.truth().get(truth ? 0 : 1));
    return untyped(stem, difficulty, tongue.truth(), answer, new Source(key, spare));
  }

  private Draft writing(Word key, List<Wrong> spare, String difficulty, Dice dice) {
    Stem stem = stem("writing", key, key.text(), dice);
    List<String> answer = List.of(key.sentence().text());
    return untyped(stem, difficulty, List.of(), answer, new Source(key, spare));
  }

  private record Source(Word key, List<Wrong> spare) {}

  private Draft untyped(
      Stem stem, String difficulty, List<String> options, List<String> answer, Source source) {
    Sentence sentence = source.key.sentence();
    List<String> quotes = List.of(sentence.text());
    Item item =
        new Item(0, stem.type(), difficulty, stem.text(), options, answer, List.of(), quotes);
    return new Draft(item, stem, sentence, List.of(source.key), source.spare, passages);
  }

  private Stem stem(String type, Word key, String body, Dice dice) {
    int wordings = tongue.wordings().get(type).get(Style.SOUND.key()).size();
    boolean number = key.kind() == Word.Kind.NUMBER;
    return new Stem(tongue, type, Style.SOUND, dice.next(wordings), number, body, null);
  }
}
