package io.quaestor.generate.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/** Reads replies that the ledger has already checked against their schema. */
public final class Drafts {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Drafts() {}

  private record Questions(List<DraftQuestion> questions) {}

  public static List<DraftQuestion> questions(String json) {
    return read(json, Questions.class).questions();
  }

  /** A value as one line of JSON, as tables keep it. */
  public static String write(Record value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public static <T> T read(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw unreadable(type.getSimpleName(), e);
    }
  }

  /** A reply that is an object, by field and in its order. */
  public static Map<String, Object> fields(String json) {
    try {
      return JSON.readValue(json, new TypeReference<Map<String, Object>>() {});
    } catch (JsonProcessingException e) {
      throw unreadable("object", e);
    }
  }

  private static IllegalStateException unreadable(String as, JsonProcessingException e) {
    return new IllegalStateException(
        "A reply in the ledger passed its schema and cannot be read as " + as, e);
  }
}
