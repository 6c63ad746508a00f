package io.quaestor.sim;

import io.quaestor.tables.Chunk;
import io.quaestor.tables.Evidence;
import io.quaestor.tables.Question;
import io.quaestor.tables.Span;
import io.quaestor.udfs.text.Hashes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * As many passages and sound questions as wanted, in French, English and sums, each sentence made
 * up from seeded words. The questions are worded as the offline provider words its own.
 */
public final class MadeCorpus {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final int SENTENCES = 14;
  private static final List<String> TYPES =
      List.of(
          "mcq_single", "fill_in_blank", "mcq_single", "true_false", "mcq_single", "short_answer");

  private static final List<String> FRENCH =
      List.of(
          "Le %s %s de %s garde %d %s dans son grenier.",
          "En %5$d, la commune de %3$s comptait %4$d familles et un %1$s %2$s.",
          "Pour réparer le %s %s, un artisan de %s demande %d journées de travail.",
          "On calcule %4$d + %5$d = %6$d quand le %1$s de %3$s ferme ses portes.");

  private static final List<String> ENGLISH =
      List.of(
          "The %s %s near %s still holds %d barrels of cider.",
          "In %5$d the people of %3$s bought %4$d lamps for a %2$s %1$s.",
          "Whoever repairs the %2$s %1$s at %3$s receives %4$d coins afterwards.",
          "One finds %4$d + %5$d = %6$d when the %1$s of %3$s closes its doors.");

  private static final List<String> FRENCH_WORDS =
      List.of(
          "moulin",
          "château",
          "hangar",
          "lavoir",
          "clocher",
          "verger",
          "théâtre",
          "sentier",
          "barrage",
          "tunnel",
          "phare",
          "marché",
          "jardin",
          "couvent",
          "pressoir",
          "entrepôt");
  private static final List<String> FRENCH_ADJECTIVES =
      List.of(
          "ancien",
          "humide",
          "célèbre",
          "discret",
          "immense",
          "rustique",
          "lointain",
          "paisible",
          "sombre",
          "tranquille",
          "robuste",
          "élégant",
          "fragile",
          "bruyant",
          "étroit",
          "modeste");
  private static final List<String> ENGLISH_WORDS =
      List.of(
          "windmill",
          "lighthouse",
          "granary",
          "foundry",
          "orchard",
          "chapel",
          "reservoir",
          "tavern",
          "quarry",
          "barracks",
          "museum",
          "viaduct",
          "cottage",
          "bakery",
          "harbour",
          "brewery");
  private static final List<String> ENGLISH_ADJECTIVES =
      List.of(
          "ancient",
          "crooked",
          "famous",
          "gloomy",
          "hidden",
          "narrow",
          "peaceful",
          "rustic",
          "shabby",
          "spacious",
          "sturdy",
          "crowded",
          "fragile",
          "modest",
          "remote",
          "splendid");
  private static final List<String> STARTS =
      List.of("Bel", "Mor", "Val", "Quer", "Lan", "Tre", "Fon", "Gar", "Ros", "Dor", "Hel", "Pon");
  private static final List<String> ENDS =
      List.of("mont", "ville", "court", "digny", "sac", "thon", "vane", "brac", "lieu", "zeray");

  private final List<Chunk> chunks = new ArrayList<>();
  private final List<Question> questions = new ArrayList<>();

  /** At least as many questions as wanted. */
  public MadeCorpus(int wanted) {
    for (int passage = 0; questions.size() < wanted; passage++) {
      add(passage, passage % 3 == 1 ? "en" : "fr");
    }
  }

  public List<Chunk> chunks() {
    return chunks;
  }

  /** Active, each sound by every criterion. */
  public List<Question> questions() {
    return questions;
  }

  private void add(int passage, String language) {
    Dice dice = Dice.of("made corpus", passage);
    List<Sentence> sentences = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < SENTENCES; i++) {
      String sentence = sentence(language, i, dice);
      sentences.add(Sentence.of("P1", "s" + (i + 1), sentence));
      spans.add(new Span("s" + (i + 1), text.length(), text.length() + sentence.length(), null));
      text.append(sentence).append(' ');
    }
    String id = "chunk_" + passage;
    Passages passages = new Passages(sentences);
    chunks.add(
        new Chunk(
            id,
            "doc",
            "made",
            passage,
            "Made",
            List.of(),
            text.toString(),
            spans,
            null,
            null,
            300,
            language,
            Hashes.sha256(text.toString())));
    Drafts drafts = new Drafts(passages, Tongue.of(language, sentences));
    for (int i = 0; i < SENTENCES; i++) {
      for (int turn = 0; turn < 2; turn++) {
        String type = TYPES.get((2 * i + turn) % TYPES.size());
        add(drafts, sentences.get(i), type, chunks.get(passage), dice.fork(i + " " + turn));
      }
    }
  }

  private static String sentence(String language, int place, Dice dice) {
    boolean french = language.equals("fr");
    int number = 11 + dice.next(4_000);
    int year = 1_100 + dice.next(880);
    return (french ? FRENCH : ENGLISH)
        .get(place % FRENCH.size())
        .formatted(
            dice.pick(french ? FRENCH_WORDS : ENGLISH_WORDS),
            dice.pick(french ? FRENCH_ADJECTIVES : ENGLISH_ADJECTIVES),
            dice.pick(STARTS) + dice.pick(ENDS),
            number,
            place % 4 == 0 ? dice.pick(List.of("coffres", "paniers", "tonneaux")) : year,
            number + year);
  }

  private void add(Drafts drafts, Sentence sentence, String type, Chunk chunk, Dice dice) {
    for (List<Word> keys : drafts.keys(type, sentence, dice)) {
      Draft draft = drafts.make(type, keys, "intermediate", dice);
      if (draft != null && sound(draft)) {
        questions.add(question(draft, chunk, "made_" + questions.size()));
        return;
      }
    }
  }

  private static boolean sound(Draft draft) {
    Truth truth = new Truth(draft.item(), draft.passages());
    return Prompts.CRITERIA.subList(0, 6).stream().allMatch(truth::holds);
  }

  private static Question question(Draft draft, Chunk chunk, String id) {
    Item item = draft.item();
    String sha = Hashes.sha256(item.content());
    Evidence evidence =
        new Evidence(List.of(draft.sentence().spanId()), List.of(), List.of(), item.quotes());
    return new Question(
        id,
        "made",
        "made",
        "made",
        "Made",
        "doc",
        chunk.chunkId(),
        null,
        "v",
        "import",
        "v1",
        "nobody",
        null,
        0,
        item.type(),
        null,
        item.difficulty(),
        chunk.language(),
        item.stem(),
        item.options(),
        item.answer(),
        item.variations(),
        "",
        List.of(),
        evidence,
        1.0,
        null,
        null,
        "active",
        "draft",
        null,
        sha,
        NOON,
        NOON);
  }
}
