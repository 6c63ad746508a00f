package io.quaestor.generate.candidates;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Course sets and reviews as models write them. */
public final class Sets {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Sets() {}

  public static String set(ObjectNode... items) {
    ObjectNode set = JSON.createObjectNode().put("title", "Trains");
    set.putArray("items").addAll(List.of(items));
    return set.toString();
  }

  /** A sound item in options mode on the sentence, which it quotes. */
  public static ObjectNode options(String sentence, String text, String... options) {
    return item("options", sentence, text, options).put("correct_index", 0).put("answer", "");
  }

  /** The same in numeric mode. */
  public static ObjectNode numeric(String sentence, String text, String answer) {
    return item("numeric", sentence, text).put("correct_index", -1).put("answer", answer);
  }

  /** An item that breaks every rule it can. */
  public static ObjectNode broken(String sentence) {
    return options(sentence, "Sans trou.", "oui", "oui").put("correct_index", 9);
  }

  public static String review(double each) {
    return """
    {"clarity":%1$s,"age_fit":%1$s,"correctness":%1$s,"notes":""}"""
        .formatted(each);
  }

  public static String last(double overall) {
    return """
    {"overall":%s,"issues":[],"notes":""}"""
        .formatted(overall);
  }

  private static ObjectNode item(String mode, String sentence, String text, String... options) {
    ObjectNode item = JSON.createObjectNode().put("text", text).put("mode", mode);
    ArrayNode list = item.putArray("options");
    for (String option : options) {
      list.add(option);
    }
    item.put("passage", "P1").put("explanation", "because");
    item.putArray("evidence_span_ids").add("s1");
    item.putArray("quotes").add(sentence);
    return item;
  }
}
