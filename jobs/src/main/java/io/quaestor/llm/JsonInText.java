package io.quaestor.llm;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** JSON values somewhere in a text. */
final class JsonInText {
  private static final int MOST_STARTS = 64;

  private JsonInText() {}

  /** The text as a whole if it is JSON, else the objects and arrays in it, the longest first. */
  static List<JsonNode> values(String text) {
    JsonNode whole = Json.parse(text);
    if (whole != null) {
      return List.of(whole);
    }
    List<Found> found = new ArrayList<>();
    int from = nextStart(text, 0);
    for (int starts = 0; from >= 0 && starts < MOST_STARTS; starts++) {
      Found value = at(text, from);
      if (value != null) {
        found.add(value);
      }
      from = nextStart(text, value == null ? from + 1 : from + value.length());
    }
    found.sort(Comparator.comparingInt(Found::length).reversed());
    return found.stream().map(Found::value).toList();
  }

  private record Found(JsonNode value, int length) {}

  private static int nextStart(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '{' || text.charAt(i) == '[') {
        return i;
      }
    }
    return -1;
  }

  private static Found at(String text, int start) {
    try (JsonParser parser = Json.MAPPER.createParser(text.substring(start))) {
      JsonNode value = parser.readValueAsTree();
      return new Found(value, (int) parser.currentLocation().getCharOffset());
    } catch (IOException e) {
      return null;
    }
  }
}
