package io.quaestor.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers the task {@code judge}: scores on the dimensions that the request names. */
final class Scorer {
  private final Prompt prompt;
  private final Skill skill;

  Scorer(Prompt prompt, Skill skill) {
    this.prompt = prompt;
    this.skill = skill;
  }

  /** One entry per question, by its index; a dimension it does not know is left out. */
  ObjectNode judgements() {
    ObjectNode reply = Json.object();
    ArrayNode judgements = reply.putArray("judgements");
    prompt.questions().forEach(item -> judge(item, judgements.addObject()));
    return reply;
  }

  private void judge(Item item, ObjectNode judgement) {
    Truth truth = new Truth(item, prompt.passages());
    judgement.put("index", item.index());
    ArrayNode issues = Json.MAPPER.createArrayNode();
    for (JsonNode name : prompt.request().path("dimensions")) {
      Dimension dimension = Dimension.named(name.asText());
      if (dimension == null) {
        continue;
      }
      boolean holds = skill.says(dimension.holds(truth), dimension.key(), item);
      Dice dice = Dice.of(skill.seed(), skill.model(), "score", dimension.key(), item.content());
      judgement.put(dimension.key(), dimension.score(holds, dice));
      if (!holds) {
        issues.add(dimension.complaint());
      }
    }
    judgement.set("issues", issues);
    judgement.put("notes", issues.isEmpty() ? "" : "Held against the passage: not right yet.");
  }
}
