package io.quaestor.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Answers the tasks {@code self-review} and {@code final-review}: shares of items that are sound.
 */
final class SetReviewer {
  private static final double NOISE = 0.05;
  private static final double FITTING = 0.9;

  private final Prompt prompt;
  private final Skill skill;
  private final JsonNode candidate;
  private final Dice dice;

  SetReviewer(Prompt prompt, Skill skill) {
    this.prompt = prompt;
    this.skill = skill;
    this.candidate = prompt.object("candidate");
    this.dice = Dice.of(skill.seed(), skill.model(), skill.task(), candidate);
  }

  ObjectNode selfReview() {
    double clear = share(items().stream().filter(i -> clear(item(i))).count());
    double right = share(items().stream().filter(i -> right(item(i))).count());
    return Json.object()
        .put("clarity", about(clear))
        .put("age_fit", about(FITTING))
        .put("correctness", about(right))
        .put("notes", right < 1 ? "Not every item stands up to the passages." : "");
  }

  ObjectNode finalReview() {
    ArrayNode issues = Json.MAPPER.createArrayNode();
    int place = 0;
    for (JsonNode json : items()) {
      place++;
      Item item = item(json);
      if (!clear(item)) {
        issues.add("item %d: its text is not clear".formatted(place));
      } else if (!right(item)) {
        issues.add("item %d: its answer is not the one right one".formatted(place));
      }
    }
    ObjectNode reply = Json.object().put("overall", about(share(place - issues.size())));
    reply.set("issues", issues);
    return reply.put("notes", "");
  }

  private List<JsonNode> items() {
    return StreamSupport.stream(candidate.path("items").spliterator(), false).toList();
  }

  private double share(long count) {
    return items().isEmpty() ? 0 : count / (double) items().size();
  }

  /** In hundredths. */
  private double about(double value) {
    double noisy = value + NOISE * dice.gaussian();
    return Math.round(100 * Math.max(0, Math.min(1, noisy))) / 100.0;
  }

  private boolean clear(Item item) {
    Truth truth = new Truth(item, prompt.passages());
    boolean blank = item.stem().split("\\[blank\\]", -1).length == 2;
    return skill.says(blank && Dimension.CLARITY.holds(truth), "clarity", item);
  }

  private boolean right(Item item) {
    Truth truth = new Truth(item, prompt.passages());
    boolean holds =
        Dimension.HAS_SINGLE_CLEAR_CORRECT.holds(truth) && Dimension.GROUNDED.holds(truth);
    return skill.says(holds, "correctness", item);
  }

  /** As a question; an index that points nowhere is a key that is missing. */
  private static Item item(JsonNode json) {
    List<String> options = Json.texts(json.path("options"));
    boolean numeric = json.path("mode").asText().equals("numeric");
    int index = json.path("correct_index").asInt(-1);
    String chosen = index >= 0 && index < options.size() ? options.get(index) : "";
    return new Item(
        0,
        numeric ? "fill_in_blank" : "mcq_single",
        "",
        json.path("text").asText(""),
        options,
        List.of(numeric ? json.path("answer").asText("") : chosen),
        List.of(),
        Json.texts(json.path("quotes")));
  }
}
