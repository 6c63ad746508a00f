package io.quaestor.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quaestor.conf.SimConf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TestFurtherTasks {
  private static final Path SCHEMAS =
      Path.of(System.getProperty("quaestor.root"), "conf", "schemas");

  /** Schema to a message whose answer must fit it. */
  private static Map<String, String> messages() {
    List<String> lesson = Lessons.FRENCH;
    String passages = Prompts.passages(lesson);
    JsonNode claim = Asked.of(Map.of(), Asked.facts(lesson)).path("claims").get(0);
    JsonNode set = Asked.of(Map.of(), Asked.candidate("visual_story", 1, lesson));
    JsonNode question = Drafted.make(Map.of("wrong_key", 1.0), 1).get(0).question();
    Map<String, String> messages = new TreeMap<>();
    messages.put("graded-questions", Asked.graded("advanced", 1, lesson));
    messages.put("judgements-v3", Asked.judge("v3", question, passages));
    messages.put("judgements-v4", Asked.judge("v4", question, passages));
    messages.put("repairs", Asked.repair(question, passages));
    messages.put("claims", Asked.facts(lesson));
    messages.put("audited-question", Asked.claimQuestion(claim, "beginner", 1));
    messages.put("course-set", Asked.candidate("conversational", 1, lesson));
    messages.put("self-review", Asked.review("self-review", set, lesson));
    messages.put("final-review", Asked.review("final-review", set, lesson));
    messages.put("questions", Asked.variants(question, passages, 3));
    messages.put("topics", Prompts.message(Asked.request("topics"), passages, ""));
    messages.put("converted", Asked.convert("CHAPITRE 1\nLe chat dort."));
    return messages;
  }

  @Test
  void everyAnswerFitsItsSchemaAsItIs() throws IOException {
    for (Map.Entry<String, String> message : messages().entrySet()) {
      String text = Files.readString(SCHEMAS.resolve(message.getKey() + ".json"));
      JsonSchema schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
      JsonNode answer = Asked.of(Map.of(), message.getValue());
      assertEquals(Set.of(), schema.validate(answer), message.getKey());
    }
  }

  @Test
  void theSameRequestGetsTheSameAnswer() {
    SimConf shipped = everyDefect(0.2);
    messages()
        .forEach(
            (schema, text) ->
                assertEquals(Asked.of(shipped, text), Asked.of(shipped, text), schema));
  }

  @Test
  void nothingToWorkOnYieldsNothing() {
    for (String task :
        List.of(
            "graded-generate",
            "judge",
            "repair",
            "facts",
            "claim-question",
            "candidate",
            "self-review",
            "final-review",
            "variants",
            "topics",
            "convert")) {
      String message = Prompts.message(Asked.request(task), "", "");
      Asked.of(everyDefect(1), message)
          .forEach(value -> assertEquals(0, value.isArray() ? value.size() : 0, task));
    }
  }

  @Test
  void theConfigurationNamesEveryDefectThereIs() {
    Set<String> all = new HashSet<>(FormDefect.KEYS);
    Arrays.stream(Defect.values()).map(Defect::key).forEach(all::add);
    all.addAll(ClaimQuestion.AUDIT_DEFECTS);
    all.addAll(List.of("paraphrased_quote", "index_out_of_range", "dropped_word", "added_word"));
    assertEquals(SimConf.DEFECTS, all);
  }

  private static SimConf everyDefect(double rate) {
    Map<String, Double> rates = new TreeMap<>();
    SimConf.DEFECTS.forEach(name -> rates.put(name, rate));
    return new SimConf(7, 0, rates, Map.of());
  }
}
