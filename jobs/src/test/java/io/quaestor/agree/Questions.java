package io.quaestor.agree;

import io.quaestor.tables.Evidence;
import io.quaestor.tables.Question;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Questions that differ in nothing but id and type. */
final class Questions {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private Questions() {}

  static List<Question> of(String type, String... ids) {
    return Stream.of(ids).map(id -> question(id, type)).toList();
  }

  static Question question(String id, String type) {
    return new Question(
        id,
        "batch",
        "run",
        "lesson-1",
        "topic",
        "document",
        "chunk",
        null,
        "version",
        "direct",
        "v2",
        "cheap",
        "ask",
        0,
        type,
        null,
        "beginner",
        "fr",
        "stem",
        List.of(),
        List.of("key"),
        List.of(),
        null,
        List.of(),
        new Evidence(List.of(), List.of(), List.of(), List.of()),
        1.0,
        null,
        null,
        "pending",
        "draft",
        null,
        "v1",
        NOON,
        NOON);
  }
}
