package io.quaestor.report;

import java.util.List;

/** A few active questions of every type. */
public final class SampleSection {
  private static final String CHOSEN =
      """
      SELECT question_id AS questionId FROM (
        SELECT question_id, type, row_number() OVER (PARTITION BY type
          ORDER BY xxhash64(question_id), question_id) AS place FROM active_questions)
      WHERE place <= 2 ORDER BY type, place LIMIT 20""";

  private SampleSection() {}

  /** A chosen question. */
  public record IdRow(String questionId) {}

  static List<String> chosen(Queries queries) {
    return queries.list(IdRow.class, CHOSEN).stream().map(IdRow::questionId).toList();
  }

  static Section of(List<Card> cards) {
    return cards.isEmpty()
        ? Section.of("sample", "Active questions", "No question is active yet.")
        : Section.of(
                "sample",
                "Active questions",
                "A fixed sample, two of each type at most. The key is marked.")
            .withCards(cards);
  }
}
