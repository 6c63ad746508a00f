package io.quaestor.sim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quaestor.sim.Draft.Wrong;
import java.util.List;
import java.util.Map;

/** A question in the form that the schema {@code questions} asks for. */
final class QuestionJson {
  private static final String MISCONCEPTION = "misconception";

  private QuestionJson() {}

  static ObjectNode of(Draft draft, Item item) {
    Tongue tongue = draft.stem().tongue();
    ObjectNode json = Json.object();
    json.put("passage", draft.sentence().passageId());
    json.put("stem", item.stem());
    json.set("options", Json.array(item.options()));
    json.set("answer", Json.array(item.answer()));
    json.set("acceptable_variations", Json.array(item.variations()));
    json.put("explanation", tongue.source().replace("{body}", draft.sentence().text()));
    rationales(json.putArray("distractor_rationales"), draft, item);
    json.set("evidence_span_ids", Json.array(List.of(draft.sentence().spanId())));
    json.set("quotes", Json.array(item.quotes()));
    return json;
  }

  private static void rationales(ArrayNode array, Draft draft, Item item) {
    Map<String, String> sentences = draft.stem().tongue().rationales();
    for (String option : item.options()) {
      if (!item.answer().contains(option)) {
        String why = item.choice() ? why(draft, option) : MISCONCEPTION;
        String sentence = sentences.get(item.choice() ? why : "truth");
        array
            .addObject()
            .put("option", option)
            .put("rationale_type", why)
            .put("rationale", sentence.replace("{option}", option));
      }
    }
  }

  private static String why(Draft draft, String option) {
    return draft.spare().stream()
        .filter(w -> w.text().equals(option))
        .map(Wrong::rationale)
        .findFirst()
        .orElse(MISCONCEPTION);
  }
}
