package io.quaestor.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Answers the task {@code generate}: questions from sentences that really stand in the passages,
 * each from another sentence, some spoiled on purpose. Fewer than asked when the passages have no
 * more.
 */
final class Writer {
  private static final int MOST = 200;

  private final Prompt prompt;
  private final Map<String, Double> rates;
  private final Dice dice;
  private final Drafts drafts;
  private final String type;
  private final List<Sentence> left;

  /**
   * @param rates defect to the share of drafts that get it
   * @param dice seeded by the whole request
   * @param order seeded by passages and requested seed alone: variants share it
   * @param usable which sentences may be asked about
   */
  Writer(
      Prompt prompt, Map<String, Double> rates, Dice dice, Dice order, Predicate<Sentence> usable) {
    this.prompt = prompt;
    this.rates = rates;
    this.dice = dice;
    JsonNode request = prompt.request();
    String asked = request.path("type").asText("mcq_single");
    this.type = Tongue.ENGLISH.wordings().containsKey(asked) ? asked : "short_answer";
    this.left = new ArrayList<>(prompt.passages().askable());
    this.drafts = new Drafts(prompt.passages(), Tongue.of(request.path("language").asText(), left));
    left.removeIf(usable.negate());
    order.shuffle(left);
    Collections.rotate(left, -request.path("variant").asInt() * count());
  }

  ObjectNode questions() {
    ObjectNode reply = Json.object();
    ArrayNode questions = reply.putArray("questions");
    for (int slot = 0; slot < count() && !left.isEmpty(); slot++) {
      ObjectNode question = question(dice.fork(slot));
      if (question == null) {
        break;
      }
      questions.add(question);
    }
    return reply;
  }

  private int count() {
    return Math.max(0, Math.min(MOST, prompt.request().path("count").asInt(1)));
  }

  private ObjectNode question(Dice chance) {
    String asked = prompt.request().path("difficulty").asText("intermediate");
    Defect defect = draw(chance.next());
    boolean mislabelled = defect == Defect.DIFFICULTY;
    ObjectNode made = search(mislabelled ? Level.other(asked, chance) : asked, defect, chance);
    if (made == null && mislabelled) {
      made = search(asked, null, chance);
    }
    if (made == null && !mislabelled) {
      made = search(null, defect, chance);
    }
    return made == null ? search(null, null, chance) : made;
  }

  /** At most one defect per draft: rates that sum to more than 1 are cut off there. */
  private Defect draw(double chance) {
    double sum = 0;
    for (Defect defect : Defect.values()) {
      sum += rates.getOrDefault(defect.key(), 0.0);
      if (chance < sum) {
        return defect;
      }
    }
    return null;
  }

  /** The next unused sentence that yields what is wanted; any level when it is null. */
  private ObjectNode search(String level, Defect defect, Dice chance) {
    for (Sentence sentence : left) {
      for (List<Word> keys : drafts.keys(type, sentence, chance)) {
        ObjectNode question = fits(level, keys) ? make(keys, level, defect, chance) : null;
        if (question != null) {
          left.remove(sentence);
          return question;
        }
      }
    }
    return null;
  }

  private boolean fits(String level, List<Word> keys) {
    List<String> words = keys.stream().map(Word::text).toList();
    return level == null || level.equals(Level.of(type, keys.get(0).sentence().folded(), words));
  }

  private ObjectNode make(List<Word> keys, String level, Defect defect, Dice chance) {
    String label = prompt.request().path("difficulty").asText("intermediate");
    Draft draft = drafts.make(type, keys, label, chance);
    if (draft == null) {
      return null;
    }
    boolean anyLevel = level == null || defect == Defect.DIFFICULTY;
    if (!seen(draft.item(), anyLevel).equals(Set.of())) {
      return null;
    }
    Item spoiled = defect == null ? null : defect.plant(draft, chance);
    if (spoiled == null) {
      return QuestionJson.of(draft, draft.item());
    }
    Set<Defect> expected = EnumSet.of(defect);
    expected.removeIf(d -> anyLevel && d == Defect.DIFFICULTY);
    return seen(spoiled, anyLevel).equals(expected) ? QuestionJson.of(draft, spoiled) : null;
  }

  /** What a judge will see; a draft whose own source it would not find counts as seen through. */
  private Set<Defect> seen(Item item, boolean anyLevel) {
    Set<Defect> seen =
        Reading.of(item, prompt.passages())
            .map(Reading::defects)
            .orElse(EnumSet.allOf(Defect.class));
    seen.removeIf(d -> anyLevel && d == Defect.DIFFICULTY);
    return seen;
  }
}
