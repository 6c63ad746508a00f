package io.quaestor.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quaestor.conf.SimConf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A generated question with what it was asked for and what it was made from. */
record Drafted(ObjectNode question, String type, String difficulty, String passages) {

  static List<Drafted> make(Map<String, Double> defects, int seeds) {
    Answers answers = new Answers(new SimConf(7, 0, defects, Map.of()));
    List<Drafted> drafts = new ArrayList<>();
    for (List<String> lesson : List.of(Lessons.FRENCH, Lessons.ENGLISH)) {
      String passages = Prompts.passages(lesson);
      for (String type : Prompts.TYPES) {
        for (String difficulty : Level.ALL) {
          for (int seed = 0; seed < seeds; seed++) {
            ObjectNode request = Prompts.generate(type, difficulty, seed);
            String message = Prompts.message(request, passages, "");
            JsonNode reply = Json.read(answers.to(Prompts.call("m", message)));
            for (JsonNode q : reply.path("questions")) {
              ObjectNode judged = Prompts.judged(q, type, difficulty);
              drafts.add(new Drafted(judged, type, difficulty, passages));
            }
          }
        }
      }
    }
    return drafts;
  }

  Set<Defect> defects() {
    return new Truth(Item.read("1", question), Prompt.read(passages).passages()).defects();
  }

  JsonNode auditedBy(SimConf conf, String model) {
    return Json.read(new Answers(conf).to(Prompts.call(model, Prompts.audit(question, passages))));
  }
}
