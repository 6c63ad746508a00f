package io.quaestor.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quaestor.conf.SimConf;
import io.quaestor.udfs.planting.Content;
import io.quaestor.udfs.planting.Kind;
import io.quaestor.udfs.planting.Planted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Defects planted into questions about the sample corpus, before a judge that makes no mistake. */
class TestPlantedTruth {
  private static final Path SAMPLE =
      Path.of(System.getProperty("quaestor.root", ".."), "conf/sample");
  private static final SimConf PERFECT = new SimConf(7, 0, Map.of(), Map.of());
  private static final Map<String, String> FILES =
      Map.of(
          "les-articles.md", "fr",
          "calculer-par-etapes.md", "fr",
          "la-ville/1-la-ville.md", "fr",
          "the-water-cycle.md", "en");

  @Test
  void everyPlantedDefectIsSeenAndNoUntouchedQuestionIsBlamed() throws Exception {
    Map<Kind, Integer> planted = new EnumMap<>(Kind.class);
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      for (List<String> lesson : lessons(SAMPLE.resolve(file.getKey()))) {
        for (Drafted draft : drafted(lesson)) {
          judge(draft, file.getValue(), String.join(" ", lesson), planted);
        }
      }
    }
    for (Kind kind : Kind.values()) {
      assertTrue(planted.getOrDefault(kind, 0) >= 30, planted::toString);
    }
  }

  private static void judge(
      Drafted draft, String language, String passage, Map<Kind, Integer> planted) {
    JsonNode sound = draft.auditedBy(PERFECT, "perfect");
    for (String criterion : Planted.CRITERIA) {
      assertTrue(sound.get(criterion).asBoolean(), () -> criterion + " of " + draft.question());
    }
    Content content = content(draft.question(), language);
    for (Kind kind : Kind.applicable(content, passage, 3)) {
      Planted made = kind.plant(content, passage, 3).orElseThrow();
      ObjectNode question = question(draft.question(), made.content());
      JsonNode verdict =
          new Drafted(question, draft.type(), draft.difficulty(), draft.passages())
              .auditedBy(PERFECT, "perfect");
      assertFalse(verdict.get(made.criterion()).asBoolean(), () -> kind + " in " + question);
      planted.merge(kind, 1, Integer::sum);
    }
  }

  @Test
  void aQuoteIsLookedUpOfQuestionsThatOthersWordedToo() {
    String passages = Prompts.passages(Lessons.FRENCH);
    ObjectNode question = Json.object().put("type", "short_answer").put("stem", "Qui dort ?");
    question.putArray("answer").add("Le chat");
    question.putArray("quotes").add("Le chat dort sur le canapé.");
    Drafted real = new Drafted(question, "short_answer", "beginner", passages);
    assertTrue(real.auditedBy(PERFECT, "perfect").get("no_hallucination").asBoolean());
    question.putArray("quotes").add("Le chat dort sur le facteur.");
    assertFalse(real.auditedBy(PERFECT, "perfect").get("no_hallucination").asBoolean());
  }

  /** The paragraphs under each heading, sentence by sentence. */
  private static List<List<String>> lessons(Path file) throws Exception {
    List<List<String>> lessons = new ArrayList<>();
    for (String section : Files.readString(file).split("\n#+ ")) {
      List<String> sentences = new ArrayList<>();
      section
          .lines()
          .skip(1)
          .filter(line -> !line.isBlank() && !line.startsWith("|"))
          .forEach(line -> sentences.addAll(List.of(line.split("(?<=[.!?]) (?=\\p{Lu})"))));
      lessons.add(sentences);
    }
    return lessons.stream().filter(lesson -> lesson.size() > 3).toList();
  }

  private static List<Drafted> drafted(List<String> lesson) {
    String passages = Prompts.passages(lesson);
    List<Drafted> drafts = new ArrayList<>();
    for (String type : Prompts.TYPES) {
      ObjectNode request = Prompts.generate(type, "intermediate", 1);
      String message = Prompts.message(request, passages, "");
      JsonNode reply = Json.read(new Answers(PERFECT).to(Prompts.call("m", message)));
      for (JsonNode made : reply.path("questions")) {
        ObjectNode judged = Prompts.judged(made, type, "intermediate");
        drafts.add(new Drafted(judged, type, "intermediate", passages));
      }
    }
    assertEquals(List.of(), drafts.stream().filter(d -> d.question().isEmpty()).toList());
    return drafts;
  }

  private static Content content(JsonNode question, String language) {
    return new Content(
        question.path("type").asText(),
        language,
        question.path("stem").asText(),
        Json.texts(question.path("options")),
        Json.texts(question.path("answer")),
        question.path("explanation").asText(),
        Json.texts(question.path("quotes")));
  }

  private static ObjectNode question(ObjectNode of, Content content) {
    ObjectNode question = of.deepCopy();
    question.put("stem", content.stem());
    question.set("options", Json.array(content.options()));
    question.set("answer", Json.array(content.answer()));
    question.set("quotes", Json.array(content.quotes()));
    return question;
  }
}
