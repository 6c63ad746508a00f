package io.quaestor.sim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Answers the task {@code topics}: passages by the topic they stand under. Names come as carelessly
 * as models write them: in capitals, with a number in front, the same one twice.
 */
final class TopicSorter {
  private static final double SPLIT = 0.2;
  private static final double CARELESS = 0.3;

  private final Prompt prompt;
  private final Dice dice;

  TopicSorter(Prompt prompt, Dice dice) {
    this.prompt = prompt;
    this.dice = dice;
  }

  /** Passages without a topic are left out; so are topics beyond the most that is asked for. */
  ObjectNode topics() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    prompt
        .topics()
        .forEach(
            (passage, topic) ->
                groups.computeIfAbsent(Text.fold(topic), t -> new ArrayList<>()).add(passage));
    groups.remove("");
    ObjectNode reply = Json.object();
    ArrayNode topics = reply.putArray("topics");
    groups.forEach((name, passages) -> add(name, passages, topics));
    int most = Math.max(0, prompt.request().path("max").asInt(12));
    while (topics.size() > most) {
      topics.remove(topics.size() - 1);
    }
    return reply;
  }

  private void add(String name, List<String> passages, ArrayNode topics) {
    Dice chance = dice.fork(name);
    int middle = passages.size() > 1 && chance.hits(SPLIT) ? passages.size() / 2 : 0;
    if (middle > 0) {
      topic(name, passages.subList(0, middle), topics);
    }
    String written =
        middle > 0 || chance.hits(CARELESS) ? careless(name, topics.size() + 1, chance) : name;
    topic(written, passages.subList(middle, passages.size()), topics);
  }

  private static void topic(String name, List<String> passages, ArrayNode topics) {
    topics.addObject().put("name", name).set("passages", Json.array(passages));
  }

  private static String careless(String name, int number, Dice chance) {
    return switch (chance.next(4)) {
      case 0 -> name.toUpperCase(Locale.ROOT);
      case 1 -> name.toLowerCase(Locale.ROOT);
      case 2 -> number + ". " + name;
      default -> name + ".";
    };
  }
}
