package io.quaestor.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** Reads replies that the ledger has already checked against their schema. */
final class DraftReader {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private DraftReader() {}

  private record Questions(List<DraftQuestion> questions) {}

  private record Validations(List<Validation> validations) {}

  static List<DraftQuestion> questions(String json) {
    return read(json, Questions.class).questions();
  }

  static List<Validation> validations(String json) {
    return read(json, Validations.class).validations();
  }

  /** The draft as one line of JSON, as rejections keep it. */
  static String write(DraftQuestion draft) {
    try {
      return JSON.writeValueAsString(draft);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "A reply in the ledger passed its schema and cannot be read as " + type.getSimpleName(),
          e);
    }
  }
}
