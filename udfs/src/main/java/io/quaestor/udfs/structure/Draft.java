package io.quaestor.udfs.structure;

import io.quaestor.udfs.text.Hashes;
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

  /** Hash of what a student sees plus the key; the same for the same parts in the same order. */
  public String contentSha256() {
    return Hashes.sha256(
        type,
        stem,
        Hashes.sha256(options.toArray(String[]::new)),
        Hashes.sha256(answer.toArray(String[]::new)));
  }

  private static List<String> copy(List<String> list) {
    return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
  }
}
