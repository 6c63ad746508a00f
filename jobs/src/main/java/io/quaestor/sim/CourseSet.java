package io.quaestor.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quaestor.sim.Draft.Wrong;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers the task {@code candidate}: sentences with a blank, worded as the approach wants it. How
 * careless the author is differs from set to set: up to twice the configured rates of defects.
 */
final class CourseSet {
  private static final int OPTIONS = 4;
  private static final double NUMERIC = 0.7;
  private static final double THREE_OPTIONS = 0.2;
  private static final List<String> DEFECTS =
      List.of("two_blanks", "duplicate_option", "index_out_of_range", "wrong_key");

  private final Prompt prompt;
  private final Rates rates;
  private final Dice dice;
  private final Drafts drafts;

  /**
   * @param dice seeded by the whole request
   */
  CourseSet(Prompt prompt, Rates rates, Dice dice) {
    this.prompt = prompt;
    this.rates = rates.times(2 * dice.fork("carelessness").next());
    this.dice = dice;
    String language = prompt.request().path("language").asText();
    this.drafts = new Drafts(prompt.passages(), Tongue.of(language, prompt.passages().askable()));
  }

  /** Fewer items than asked when the passages have no more sentences. */
  ObjectNode candidate() {
    JsonNode request = prompt.request();
    ObjectNode reply = Json.object();
    String subject = request.path("subject").asText();
    reply.put("title", prompt.topics().values().stream().findFirst().orElse(subject));
    ArrayNode items = reply.putArray("items");
    List<Sentence> sentences = new ArrayList<>(prompt.passages().askable());
    dice.shuffle(sentences);
    for (Sentence sentence : sentences) {
      Dice chance = dice.fork(sentence.text());
      Draft draft = items.size() < request.path("count").asInt(1) ? draft(sentence, chance) : null;
      if (draft != null) {
        items.add(item(draft, chance));
      }
    }
    return reply;
  }

  /** A number where the sentence has one, mostly; else a word of the level asked for. */
  private Draft draft(Sentence sentence, Dice chance) {
    boolean numeric = chance.hits(NUMERIC);
    String level = prompt.request().path("difficulty").asText();
    Draft first = null;
    for (List<Word> key : drafts.keys("fill_in_blank", sentence, chance)) {
      Draft draft = drafts.make("fill_in_blank", key, level, chance);
      if (draft == null) {
        continue;
      }
      boolean wanted =
          isNumber(draft)
              ? numeric
              : level.equals(Level.of("fill_in_blank", sentence.folded(), draft.item().answer()));
      if (wanted) {
        return draft;
      }
      first = first == null ? draft : first;
    }
    return first;
  }

  private ObjectNode item(Draft draft, Dice chance) {
    String defect = rates.draw(DEFECTS, chance);
    Draft worded = worded(draft);
    Item twice = "two_blanks".equals(defect) ? TypedDefects.blankTwice(worded, chance) : null;
    ObjectNode whole = QuestionJson.of(worded, twice == null ? worded.item() : twice);
    ObjectNode item = Json.object();
    item.set("text", whole.get("stem"));
    if (isNumber(draft)) {
      numeric(draft, defect, item);
    } else {
      options(draft, defect, chance, item);
    }
    for (String field : List.of("passage", "evidence_span_ids", "quotes", "explanation")) {
      item.set(field, whole.get(field));
    }
    return item;
  }

  private Draft worded(Draft draft) {
    Style style =
        switch (prompt.request().path("approach").asText()) {
          case "conversational" -> Style.CONVERSATIONAL;
          case "visual_story" -> Style.VISUAL_STORY;
          default -> Style.SOUND;
        };
    Stem stem = draft.stem().with(style);
    Item item = draft.worded(stem);
    return new Draft(item, stem, draft.sentence(), draft.keys(), draft.spare(), draft.passages());
  }

  private static boolean isNumber(Draft draft) {
    return draft.item().answer().get(0).matches("\\d{1,9}");
  }

  private static void numeric(Draft draft, String defect, ObjectNode item) {
    String key = draft.item().answer().get(0);
    item.put("mode", "numeric");
    item.putArray("options");
    item.put("correct_index", -1);
    item.put("answer", "wrong_key".equals(defect) ? draft.spare().get(0).text() : key);
  }

  private static void options(Draft draft, String defect, Dice chance, ObjectNode item) {
    String key = draft.item().answer().get(0);
    int most = chance.hits(THREE_OPTIONS) ? OPTIONS - 1 : OPTIONS;
    List<String> options = new ArrayList<>(List.of(key));
    draft.spare().stream().limit(most - 1).map(Wrong::text).forEach(options::add);
    if ("duplicate_option".equals(defect)) {
      options.set(options.size() - 1, options.get(1));
    }
    chance.shuffle(options);
    int right = options.indexOf(key);
    int index =
        switch (defect == null ? "" : defect) {
          case "index_out_of_range" -> options.size();
          case "wrong_key" -> (right + 1) % options.size();
          default -> right;
        };
    item.put("mode", "options");
    item.set("options", Json.array(options));
    item.put("correct_index", index);
    item.put("answer", "");
  }
}
