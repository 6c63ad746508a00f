package io.quaestor.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A user message, taken apart. What stands inside a fence is data, whatever it looks like: a fence
 * ends only at its own closing tag, and the first fence of a kind fixes the tag of all of them.
 *
 * @param request the request line, an empty object when there is none
 */
record Prompt(JsonNode request, Passages passages, List<Item> questions) {
  private static final Pattern OPENING =
      Pattern.compile(
          "^(?:<request>(.*)</request>|<((passage|question)-[0-9a-f]+)((?: [a-z_-]+=\"[^\"]*\")*)>)$",
          Pattern.MULTILINE);
  private static final Pattern SPAN = Pattern.compile("^\\[([^\\]\\s]+)\\] (.*)$");

  static Prompt read(String message) {
    JsonNode request = null;
    List<Sentence> sentences = new ArrayList<>();
    List<Item> questions = new ArrayList<>();
    String[] tags = new String[2];
    Matcher m = OPENING.matcher(message);
    int at = 0;
    while (m.find(at)) {
      at = m.end();
      if (m.group(1) != null) {
        request = request == null ? Json.read(m.group(1)) : request;
        continue;
      }
      int close = message.indexOf("\n</" + m.group(2) + ">", at);
      int kind = m.group(3).equals("passage") ? 0 : 1;
      tags[kind] = tags[kind] == null ? m.group(2) : tags[kind];
      if (close < 0 || !tags[kind].equals(m.group(2))) {
        continue;
      }
      String inside = message.substring(at, close);
      at = close;
      if (kind == 0) {
        spans(attribute(m.group(4), "id"), inside, sentences);
      } else {
        questions.add(Item.read(attribute(m.group(4), "index"), Json.read(inside.strip())));
      }
    }
    JsonNode task = request == null ? JsonNodeFactory.instance.objectNode() : request;
    return new Prompt(task, new Passages(sentences), questions);
  }

  String task() {
    return request.path("task").asText("");
  }

  private static void spans(String passageId, String inside, List<Sentence> sentences) {
    inside
        .lines()
        .map(SPAN::matcher)
        .filter(Matcher::matches)
        .forEach(m -> sentences.add(Sentence.of(passageId, m.group(1), m.group(2))));
  }

  private static String attribute(String attributes, String name) {
    Matcher m = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(attributes);
    return m.find() ? m.group(1) : "";
  }
}
