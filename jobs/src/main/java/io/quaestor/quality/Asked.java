package io.quaestor.quality;

import java.time.Instant;
import java.util.List;

/** What the checks need of a question. */
public record Asked(
    String questionId,
    String unitId,
    String pipeline,
    String type,
    Instant createdAt,
    String stem,
    List<String> options,
    List<String> answer) {

  /** Stem and key: what makes two questions the same to a student. */
  String text() {
    return (stem == null ? "" : stem) + "\n" + (answer == null ? "" : String.join("\n", answer));
  }
}
