package io.quaestor.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A user message, taken apart. What stands inside a fence is data, whatever it looks like: a fence
 * ends only at its own closing tag, and the first fence of a kind fixes the tag of all of them.
 *
 * @param request the request line, an empty object when there is none
 * @param topics passage id to the topic it stands under, in order
 * @param alone the text of the first claim, candidate and page, by kind
 */
record Prompt(
    JsonNode request,
    Passages passages,
    List<Item> questions,
    Map<String, String> topics,
    Map<String, String> alone) {
  private static final Pattern OPENING =
      Pattern.compile(
          "^(?:<request>(.*)</request>"
              + "|<((passage|question|claim|candidate|page)-[0-9a-f]+)((?: [a-z_-]+=\"[^\"]*\")*)>)$",
          Pattern.MULTILINE);
  private static final Pattern SPAN = Pattern.compile("^\\[([^\\]\\s]+)\\] (.*)$");

  static Prompt read(String message) {
    Parts parts = new Parts();
    Matcher m = OPENING.matcher(message);
    int at = 0;
    while (m.find(at)) {
      at = m.end();
      if (m.group(1) != null) {
        parts.request = parts.request == null ? Json.read(m.group(1)) : parts.request;
        continue;
      }
      int close = message.indexOf("\n</" + m.group(2) + ">", at);
      String first = parts.tags.putIfAbsent(m.group(3), m.group(2));
      if (close >= 0 && (first == null || first.equals(m.group(2)))) {
        parts.add(m.group(3), m.group(4), message.substring(at, close));
        at = close;
      }
    }
    return parts.prompt();
  }

  String task() {
    return request.path("task").asText("");
  }

  /** The claim or candidate; an empty object when there is none. */
  JsonNode object(String kind) {
    return Json.read(alone.getOrDefault(kind, ""));
  }

  /** The same passages under another request. */
  Prompt asking(JsonNode other) {
    return new Prompt(other, passages, List.of(), topics, alone);
  }

  private static final class Parts {
    private final Map<String, String> tags = new HashMap<>();
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Item> questions = new ArrayList<>();
    private final Map<String, String> topics = new LinkedHashMap<>();
    private final Map<String, String> alone = new HashMap<>();
    private JsonNode request;

    private void add(String kind, String attributes, String inside) {
      switch (kind) {
        case "passage" -> {
          String id = attribute(attributes, "id");
          topics.put(id, attribute(attributes, "topic"));
          spans(id, inside);
        }
        case "question" ->
            questions.add(Item.read(attribute(attributes, "index"), Json.read(inside.strip())));
        default -> alone.putIfAbsent(kind, inside.strip());
      }
    }

    private void spans(String passageId, String inside) {
      inside
          .lines()
          .map(SPAN::matcher)
          .filter(Matcher::matches)
          .forEach(m -> sentences.add(Sentence.of(passageId, m.group(1), m.group(2))));
    }

    private Prompt prompt() {
      JsonNode task = request == null ? JsonNodeFactory.instance.objectNode() : request;
      return new Prompt(task, new Passages(sentences), questions, topics, alone);
    }
  }

  private static String attribute(String attributes, String name) {
    Matcher m = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(attributes);
    return m.find() ? m.group(1) : "";
  }
}
