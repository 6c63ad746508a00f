package io.quaestor.outside;

import io.quaestor.lake.SnakeCase;
import io.quaestor.tables.Question;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns of {@code questions} that a file may fill. */
final class QuestionColumns {
  static final List<String> REQUIRED =
      List.of("question_id", "type", "difficulty", "stem", "options", "answer");

  /** What the import itself says of a question. */
  private static final Set<String> OURS =
      Set.of(
          "batch_id",
          "run_id",
          "pipeline",
          "pipeline_version",
          "ask_id",
          "slot",
          "audit_metadata",
          "content_sha256",
          "created_at",
          "updated_at");

  private static final RecordComponent[] ALL = Question.class.getRecordComponents();

  private QuestionColumns() {}

  /** Column to component. */
  static Map<String, RecordComponent> known() {
    Map<String, RecordComponent> known = new LinkedHashMap<>();
    for (RecordComponent component : ALL) {
      String column = SnakeCase.name(component.getName());
      if (!OURS.contains(column)) {
        known.put(column, component);
      }
    }
    return known;
  }

  /**
   * The question with other values.
   *
   * @param base null for one that has nothing but empty lists
   * @param values component to value
   */
  static Question with(Question base, Map<String, Object> values) {
    Object[] arguments = new Object[ALL.length];
    for (int i = 0; i < ALL.length; i++) {
      RecordComponent component = ALL[i];
      arguments[i] =
          values.containsKey(component.getName())
              ? values.get(component.getName())
              : value(base, component);
    }
    Class<?>[] types = Arrays.stream(ALL).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return Question.class.getDeclaredConstructor(types).newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Every record has its constructor", e);
    }
  }

  private static Object value(Question base, RecordComponent component) {
    try {
      if (base != null) {
        return component.getAccessor().invoke(base);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Every record has its accessors", e);
    }
    if (component.getType() == int.class) {
      return 0;
    }
    return component.getType() == List.class ? List.of() : null;
  }
}
