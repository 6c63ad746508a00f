package io.quaestor.conf;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quaestor.JobException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A YAML file and the record it becomes; what does not fit is reported all at once. */
final class YamlFile {
  private static final ObjectMapper YAML = YAMLMapper.builder(new YAMLFactory()).build();

  private YamlFile() {}

  /**
   * The file as a tree.
   *
   * @throws JobException when it is missing or malformed; names the line
   */
  static ObjectNode tree(Path file) {
    try {
      JsonNode tree = YAML.readTree(Files.readString(file));
      if (tree instanceof ObjectNode object) {
        return object;
      }
      throw JobException.input(
          "bad_configuration", "%s holds no settings".formatted(file), "write `key: value` lines");
    } catch (JsonProcessingException e) {
      throw new JobException(
          io.quaestor.ExitCode.INPUT,
          "malformed_yaml",
          "%s, line %d: %s".formatted(file, line(e), firstLine(e.getOriginalMessage())),
          "correct the YAML there",
          e);
    } catch (IOException e) {
      throw new JobException(
          io.quaestor.ExitCode.INPUT,
          "missing_configuration",
          "Cannot read %s".formatted(file),
          "check the path given with --conf",
          e);
    }
  }

  /**
   * The tree as a record.
   *
   * @param source what to call the tree in a message
   * @throws JobException that lists every unknown key and every value of the wrong kind
   */
  static <T> T bind(ObjectNode tree, Class<T> type, String source) {
    List<String> problems = new ArrayList<>();
    ObjectMapper mapper =
        JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(
                new SimpleModule()
                    .addDeserializer(Duration.class, new DurationReader())
                    .addDeserializer(LocalDate.class, new DateReader()))
            .addHandler(new UnknownKeys(problems))
            .build();
    T bound = null;
    try {
      bound = mapper.treeToValue(tree, type);
    } catch (JsonMappingException e) {
      problems.add("%s: %s".formatted(path(e), firstLine(e.getOriginalMessage())));
    } catch (JsonProcessingException e) {
      problems.add(firstLine(e.getOriginalMessage()));
    }
    if (!problems.isEmpty()) {
      throw JobException.input(
          "bad_configuration",
          "%s: %s".formatted(source, String.join("; ", problems)),
          "correct or remove these keys");
    }
    return bound;
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  private static int line(JsonProcessingException e) {
    return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
  }

  private static final class UnknownKeys extends DeserializationProblemHandler {
    private final List<String> problems;

    UnknownKeys(List<String> problems) {
      this.problems = problems;
    }

    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        JsonDeserializer<?> deserializer,
        Object bean,
        String name)
        throws IOException {
      String parent = parser.getParsingContext().getParent().pathAsPointer().toString();
      String where = parent.replaceFirst("^/", "").replace('/', '.');
      problems.add("unknown key %s%s".formatted(where.isEmpty() ? "" : where + ".", name));
      parser.skipChildren();
      return true;
    }

    /** Noted, and read on: the other problems are told together with this one. */
    @Override
    public Object handleWeirdStringValue(
        DeserializationContext context, Class<?> type, String value, String why) {
      String where = context.getParser().getParsingContext().pathAsPointer().toString();
      problems.add(
          "%s: %s is not fit (%s)"
              .formatted(where.replaceFirst("^/", "").replace('/', '.'), value, why));
      return type == long.class || type == Long.class
          ? (Object) 0L
          : type == double.class || type == Double.class
              ? (Object) 0.0
              : type == int.class || type == Integer.class ? (Object) 0 : null;
    }
  }

  private static final class DurationReader extends JsonDeserializer<Duration> {
    @Override
    public Duration deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = parser.getText();
      try {
        return Durations.parse(text);
      } catch (IllegalArgumentException e) {
        throw context.weirdStringException(text, Duration.class, e.getMessage());
      }
    }
  }

  private static final class DateReader extends JsonDeserializer<LocalDate> {
    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      try {
        return LocalDate.parse(parser.getText());
      } catch (java.time.format.DateTimeParseException e) {
        throw context.weirdStringException(parser.getText(), LocalDate.class, "use 2026-11-21");
      }
    }
  }
}
