package io.quaestor.quality;

import io.quaestor.tables.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Questions made up by a seed: stock phrases, rare words, and copies with small changes. */
final class Corpus {
  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final List<String> OPENINGS =
      List.of(
          "Quelle est la bonne réponse selon le texte de la leçon sur",
          "Choisissez la forme du verbe qui convient dans la phrase",
          "According to the passage, what is the main reason for the change in",
          "Which of the following is the best description of the role of the",
          "Complétez :");
  private static final List<String> LINKS =
      List.of("de", "la", "le", "the", "of", "et", "dans", "in", "que", "a");

  private final SplittableRandom random;

  Corpus(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A third of them are copies of earlier ones with up to two words changed. */
  List<Question> questions(int count) {
    List<String> stems = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String stem =
          i > 10 && random.nextInt(3) == 0
              ? changed(stems.get(random.nextInt(stems.size())))
              : fresh();
      stems.add(stem);
      questions.add(
          question("q%05d".formatted(i), "unit" + random.nextInt(4), stem, word(300))
              .createdAt(NOON.plusSeconds(random.nextInt(100)))
              .build());
    }
    return questions;
  }

  static QuestionBuilder question(String id, String unit, String stem, String key) {
    return new QuestionBuilder(id).unit(unit).stem(stem).answer(key);
  }

  private String fresh() {
    StringBuilder stem = new StringBuilder(OPENINGS.get(random.nextInt(OPENINGS.size())));
    int words = random.nextInt(4, 22);
    for (int i = 0; i < words; i++) {
      stem.append(' ').append(random.nextInt(3) == 0 ? LINKS.get(random.nextInt(10)) : word(3_000));
    }
    return stem.toString();
  }

  private String changed(String stem) {
    String[] words = stem.split(" ");
    int changes = random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      words[random.nextInt(words.length)] = random.nextBoolean() ? word(3_000) : "";
    }
    return String.join(" ", words);
  }

  private String word(int vocabulary) {
    return "mot" + random.nextInt(vocabulary);
  }
}
