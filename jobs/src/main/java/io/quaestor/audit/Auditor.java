package io.quaestor.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quaestor.conf.AuditorConf;
import io.quaestor.conf.ConfHome;
import io.quaestor.llm.Ask;
import io.quaestor.llm.AskDraft;
import io.quaestor.llm.AskFactory;
import io.quaestor.prompt.Fence;
import io.quaestor.prompt.Prompt;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.Question;
import io.quaestor.udfs.structure.Difficulty;
import io.quaestor.udfs.text.Hashes;
import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An auditor as configured: what it is asked, and the schema of its answer. */
final class Auditor implements Serializable {
  private static final long serialVersionUID = 1L;
  static final String PURPOSE = "audit";

  private final String name;
  private final AuditorConf conf;
  private final Prompt prompt;
  private final AskFactory factory;

  private Auditor(String name, AuditorConf conf, Prompt prompt, AskFactory factory) {
    this.name = name;
    this.conf = conf;
    this.prompt = prompt;
    this.factory = factory;
  }

  static Auditor of(String name, ConfHome home) {
    AuditorConf conf = home.auditor(name);
    AskFactory factory = new AskFactory(home.conf(), Map.of(schemaName(name), schema(conf)));
    return new Auditor(name, conf, home.prompt(conf.prompt()), factory);
  }

  String name() {
    return name;
  }

  AuditorConf conf() {
    return conf;
  }

  /** Changes with the prompt's text and with the criteria. */
  String promptVersion() {
    return Hashes.sha256(prompt.sha256(), conf.gate().toString(), conf.soft().toString())
        .substring(0, 12);
  }

  List<String> gate() {
    return List.copyOf(conf.gate().keySet());
  }

  List<String> soft() {
    return List.copyOf(conf.soft().keySet());
  }

  static String schemaName(String auditor) {
    return PURPOSE + "-" + auditor;
  }

  /** The question with the passage it was made from, to be judged. */
  Ask ask(Question question, Chunk chunk) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("task", PURPOSE);
    request.put("criteria", Stream.concat(gate().stream(), soft().stream()).toList());
    request.put("type", question.type());
    request.put("difficulty", question.difficulty());
    request.put("language", question.language());
    Prompt filled =
        prompt.with(
            Map.of(
                "criteria", criteria(),
                "request", Fence.json(request),
                "passages", Fence.passages(List.of(chunk)),
                "question", Fence.questions(List.of(shown(question)))));
    return factory.ask(
        new AskDraft(
            conf.model(),
            PURPOSE,
            question.questionId(),
            0,
            filled.system(),
            filled.prefix(),
            filled.user(),
            schemaName(name),
            conf.temperature(),
            conf.maxTokens(),
            null));
  }

  private String criteria() {
    StringBuilder lines = new StringBuilder("Criteria:");
    Stream.of(conf.gate(), conf.soft())
        .flatMap(criteria -> criteria.entrySet().stream())
        .forEach(
            criterion ->
                lines.append("\n- %s: %s".formatted(criterion.getKey(), criterion.getValue())));
    return lines.toString();
  }

  private static Map<String, Object> shown(Question question) {
    Map<String, Object> shown = new TreeMap<>();
    shown.put("type", question.type());
    shown.put("difficulty", question.difficulty());
    shown.put("stem", question.stem());
    shown.put("options", question.options());
    shown.put("answer", question.answer());
    shown.put("acceptable_variations", question.acceptableVariations());
    shown.put("explanation", question.explanation());
    shown.put("quotes", question.sourceEvidence().quotes());
    return shown;
  }

  /** One boolean per criterion, and what goes with the soft ones. */
  static String schema(AuditorConf conf) {
    ObjectMapper json = new ObjectMapper();
    ObjectNode schema = json.createObjectNode();
    schema.put("type", "object").put("additionalProperties", false);
    ObjectNode properties = schema.putObject("properties");
    Stream.concat(conf.gate().keySet().stream(), conf.soft().keySet().stream())
        .forEach(criterion -> properties.putObject(criterion).put("type", "boolean"));
    if (conf.soft().containsKey("difficulty_appropriate")) {
      ObjectNode difficulty = properties.putObject("suggested_difficulty");
      difficulty.put("type", "string");
      Arrays.stream(Difficulty.values())
          .forEach(value -> difficulty.withArray("enum").add(value.wire()));
    }
    if (conf.soft().containsKey("variations_valid")) {
      strings(properties.putObject("missing_variations"));
      strings(properties.putObject("invalid_variations"));
    }
    properties
        .putObject("severity")
        .put("type", "string")
        .withArray("enum")
        .add("none")
        .add("minor")
        .add("major");
    properties.putObject("notes").put("type", "string");
    properties.fieldNames().forEachRemaining(schema.putArray("required")::add);
    return schema.toString();
  }

  private static void strings(ObjectNode property) {
    property.put("type", "array").putObject("items").put("type", "string");
  }
}
