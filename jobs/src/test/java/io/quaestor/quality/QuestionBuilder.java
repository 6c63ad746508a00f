package io.quaestor.quality;

import io.quaestor.tables.Evidence;
import io.quaestor.tables.Question;
import java.time.Instant;
import java.util.List;

/** A sound question of which a test says what it is about. */
final class QuestionBuilder {
  private final String id;
  private String unit = "unit";
  private String type = "short_answer";
  private String stem = "Que fait le chat ?";
  private List<String> options = List.of();
  private List<String> answer = List.of("Il dort.");
  private String reviewStatus = "draft";
  private Instant createdAt = Corpus.NOON;

  QuestionBuilder(String id) {
    this.id = id;
  }

  QuestionBuilder unit(String value) {
    unit = value;
    return this;
  }

  QuestionBuilder stem(String value) {
    stem = value;
    return this;
  }

  QuestionBuilder choice(String ofType, List<String> ofOptions, String... keys) {
    type = ofType;
    options = ofOptions;
    answer = List.of(keys);
    return this;
  }

  QuestionBuilder answer(String... keys) {
    answer = List.of(keys);
    return this;
  }

  QuestionBuilder reviewStatus(String value) {
    reviewStatus = value;
    return this;
  }

  QuestionBuilder createdAt(Instant value) {
    createdAt = value;
    return this;
  }

  Question build() {
    return new Question(
        id,
        "batch",
        "run",
        unit,
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
        stem,
        options,
        answer,
        List.of(),
        null,
        List.of(),
        new Evidence(List.of(), List.of(), List.of(), List.of()),
        1.0,
        null,
        null,
        "pending",
        reviewStatus,
        null,
        "v1",
        createdAt,
        createdAt);
  }
}
