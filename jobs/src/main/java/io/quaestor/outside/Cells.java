package io.quaestor.outside;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quaestor.lake.SnakeCase;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** From the text of a cell to the value of a column. */
final class Cells {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** As people and spreadsheets write them. */
  private static final Set<String> YES = Set.of("true", "1", "yes", "vrai", "oui");

  private static final Set<String> NO = Set.of("false", "0", "no", "faux", "non");

  private Cells() {}

  /**
   * The value of a record's component.
   *
   * @throws BadCell when the text is none
   */
  static Object value(RecordComponent component, String text) throws BadCell {
    Class<?> type = component.getType();
    if (type == String.class) {
      return text.strip();
    }
    if (type == Double.class) {
      return number(text);
    }
    if (type == List.class && argument(component) == String.class) {
      return list(text);
    }
    return nested(component.getGenericType(), text);
  }

  /** Entries of a JSON array, or what stands between {@code |}; none of them is blank. */
  static List<String> list(String text) throws BadCell {
    if (!text.strip().startsWith("[")) {
      return Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
    }
    List<String> entries = new ArrayList<>();
    for (JsonNode entry : tree(text)) {
      if (!entry.isValueNode() || entry.isNull()) {
        throw new BadCell("no_list_of_texts");
      }
      entries.add(entry.asText().strip());
    }
    return entries;
  }

  static Boolean truth(String text) throws BadCell {
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (YES.contains(word)) {
      return true;
    }
    if (NO.contains(word)) {
      return false;
    }
    throw new BadCell("not_true_or_false");
  }

  /** ISO 8601, a space for the T, UTC unless it says otherwise; a day alone is its beginning. */
  static Instant instant(String text) throws BadCell {
    String iso = text.strip().replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T");
    try {
      if (iso.matches(".*(Z|[+-]\\d{2}(:?\\d{2})?)$") && iso.contains("T")) {
        return OffsetDateTime.parse(iso).toInstant();
      }
      return LocalDateTime.parse(iso.contains("T") ? iso : iso + "T00:00")
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new BadCell("no_time");
    }
  }

  /** Cells as one line of JSON. */
  static String json(Map<String, String> cells) {
    try {
      return JSON.writeValueAsString(cells);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Double number(String text) throws BadCell {
    try {
      double number = Double.parseDouble(text.strip());
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new BadCell("no_number");
    }
    throw new BadCell("no_number");
  }

  private static Type argument(RecordComponent component) {
    return ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
  }

  private static Object nested(Type type, String text) throws BadCell {
    JsonNode tree = tree(text);
    if (type instanceof Class<?> plain && tree instanceof ObjectNode object) {
      fill(plain, object);
    }
    try {
      return JSON.readValue(JSON.treeAsTokens(tree), JSON.getTypeFactory().constructType(type));
    } catch (IOException | RuntimeException e) {
      throw new BadCell("other_structure");
    }
  }

  /** Lists and maps that are left out are empty. */
  private static void fill(Class<?> type, ObjectNode object) {
    for (RecordComponent part : type.getRecordComponents()) {
      String name = SnakeCase.name(part.getName());
      if (!object.hasNonNull(name) && part.getType() == List.class) {
        object.putArray(name);
      } else if (!object.hasNonNull(name) && part.getType() == Map.class) {
        object.putObject(name);
      }
    }
  }

  private static JsonNode tree(String text) throws BadCell {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new BadCell("no_json");
    }
  }
}
