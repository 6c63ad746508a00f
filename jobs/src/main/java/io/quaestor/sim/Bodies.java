package io.quaestor.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Texts of a request body. */
final class Bodies {
  private Bodies() {}

  static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** A text, or the texts of an array of blocks. */
  static void texts(JsonNode content, List<String> into) {
    if (content.isTextual()) {
      into.add(content.asText());
    }
    if (content.isArray()) {
      content.forEach(block -> texts(block.path("text"), into));
    }
  }

  /** What users say, joined by line breaks; every text of every message goes into the parts. */
  static String user(JsonNode messages, List<String> parts) {
    List<String> said = new ArrayList<>();
    for (JsonNode message : messages) {
      List<String> texts = new ArrayList<>();
      texts(message.path("content"), texts);
      parts.addAll(texts);
      if (message.path("role").asText().equals("user")) {
        said.addAll(texts);
      }
    }
    return String.join("\n", said);
  }
}
