package io.quaestor.sim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers the task {@code repair}: asks the same sentence anew. What nothing is wrong with is only
 * reworded. Of the others a share is mended; of the rest, what was badly wrong still has a wrong
 * key, and what was slightly wrong stays as it was.
 */
final class Repairer {
  private static final Set<Defect> SLIGHT =
      EnumSet.of(Defect.GRAMMAR, Defect.UNNATURAL, Defect.REGISTER, Defect.DIFFICULTY);

  private final Prompt prompt;
  private final double rate;
  private final Dice dice;

  /**
   * @param rate share of the faulty questions that are mended
   */
  Repairer(Prompt prompt, double rate, Dice dice) {
    this.prompt = prompt;
    this.rate = rate;
    this.dice = dice;
  }

  /** Questions whose sentence is not found, or yields no other question, are left out. */
  ObjectNode repairs() {
    ObjectNode reply = Json.object();
    ArrayNode repairs = reply.putArray("repairs");
    for (Item item : prompt.questions()) {
      ObjectNode question =
          Reading.of(item, prompt.passages()).map(r -> repaired(item, r)).orElse(null);
      if (question != null) {
        repairs.addObject().put("index", item.index()).set("question", question);
      }
    }
    return reply;
  }

  private ObjectNode repaired(Item item, Reading reading) {
    Dice chance = dice.fork(item.content());
    boolean mends = reading.defects().isEmpty() || chance.hits(rate);
    boolean slight = SLIGHT.containsAll(reading.defects());
    ObjectNode question =
        !mends && slight ? asItStands(item, reading) : anew(item, reading, mends, chance);
    return question == null ? null : GradedQuestions.complete(question, chance);
  }

  private ObjectNode anew(Item item, Reading reading, boolean mends, Dice chance) {
    ObjectNode request = Json.object().put("count", 1);
    request.put("type", item.type());
    request.put("difficulty", item.difficulty());
    request.put("language", prompt.request().path("language").asText());
    Map<String, Double> rates = mends ? Map.of() : Map.of(Defect.WRONG_KEY.key(), 1.0);
    Writer writer =
        new Writer(
            prompt.asking(request), rates, chance, chance, s -> s.equals(reading.sentence()));
    return (ObjectNode) writer.questions().path("questions").get(0);
  }

  private ObjectNode asItStands(Item item, Reading reading) {
    Draft same =
        new Draft(
            item, reading.stem(), reading.sentence(), List.of(), List.of(), prompt.passages());
    return QuestionJson.of(same, item);
  }
}
