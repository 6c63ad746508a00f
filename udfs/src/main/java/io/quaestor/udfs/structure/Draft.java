package io.quaestor.udfs.structure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A question as a model wrote it, before anything was checked: every part may be null or blank.
 *
 * @param type wire name of a {@link QuestionType}
 * @param options empty for typed answers; null becomes empty
 * @param answer the key; null becomes empty
 */
public record Draft(String type, String stem, List<String> options, List<String> answer) {

  public Draft {
    options = copy(options);
    answer = copy(answer);
  }

  private static List<String> copy(List<String> list) {
    return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
  }
}
