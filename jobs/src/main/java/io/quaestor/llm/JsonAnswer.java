package io.quaestor.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.quaestor.JobException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the JSON in an answer and holds it against a schema. Thread-safe.
 *
 * <p>Tolerant about what stands around the value (prose, code fences) and about the capitalisation
 * of enum values, which becomes the schema's; about nothing else.
 */
final class JsonAnswer {
  static final String NOT_JSON = "not_json";
  static final String SCHEMA_MISMATCH = "schema_mismatch";

  private static final int SHOWN_PROBLEMS = 3;

  private final JsonNode schemaNode;
  private final WireSchema wire;
  private final JsonSchema schema;

  /**
   * @throws JobException when the schema is no JSON
   */
  JsonAnswer(String name, String schemaText) {
    schemaNode = Json.parse(schemaText);
    if (schemaNode == null) {
      throw JobException.input(
          "bad_schema", "Schema " + name + " is not JSON.", "Correct the file of that name.");
    }
    wire = new WireSchema(schemaNode);
    schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schemaNode);
    schema.initializeValidators();
  }

  WireSchema wire() {
    return wire;
  }

  /**
   * @param json compact and valid; null when there is none, then code and problem say why
   * @param problem places and rules only, no values of the answer
   */
  record Checked(String json, String code, String problem) {}

  Checked check(String text) {
    List<JsonNode> values = JsonInText.values(text);
    if (values.isEmpty()) {
      return new Checked(null, NOT_JSON, "no JSON value in the answer");
    }
    return values.stream()
        .map(this::valid)
        .flatMap(Optional::stream)
        .findFirst()
        .map(value -> new Checked(value.toString(), null, null))
        .orElseGet(() -> new Checked(null, SCHEMA_MISMATCH, problems(values.get(0))));
  }

  /** The value, else the value with the schema's capitals, if that helps. */
  private Optional<JsonNode> valid(JsonNode value) {
    if (schema.validate(value).isEmpty()) {
      return Optional.of(value);
    }
    JsonNode alike = EnumCase.likeSchema(value, schemaNode);
    return schema.validate(alike).isEmpty() ? Optional.of(alike) : Optional.empty();
  }

  private String problems(JsonNode value) {
    return schema.validate(EnumCase.likeSchema(value, schemaNode)).stream()
        .limit(SHOWN_PROBLEMS)
        .map(JsonAnswer::problem)
        .collect(Collectors.joining("; "));
  }

  private static String problem(ValidationMessage message) {
    String field = message.getProperty() == null ? "" : " " + message.getProperty();
    return message.getInstanceLocation() + ": " + message.getType() + field;
  }
}
