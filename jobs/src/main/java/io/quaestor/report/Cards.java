package io.quaestor.report;

import io.quaestor.report.BlindSpotSection.CaseRow;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The questions the page shows in full, fetched together.
 *
 * @param notes what an auditor said of a question: key is both names
 */
record Cards(Map<String, Shown> questions, Map<List<String>, String> notes) {
  private static final String NOTES =
      """
      SELECT question_id AS questionId, auditor,
             max_by(notes, struct(audited_at, audit_id)) AS notes
      FROM audits WHERE question_id IN (%s) AND content_sha256 IN
        (SELECT content_sha256 FROM questions WHERE question_id IN (%1$s))
      GROUP BY question_id, auditor""";

  static Cards of(Queries queries, List<CaseRow> cases, List<String> sample) {
    Set<String> flagged = cases.stream().map(CaseRow::questionId).collect(Collectors.toSet());
    Set<String> all = new HashSet<>(flagged);
    all.addAll(sample);
    return new Cards(Shown.byId(queries, all), notes(queries, flagged));
  }

  List<Card> flagged(List<CaseRow> cases) {
    return cases.stream()
        .filter(row -> questions.containsKey(row.questionId()))
        .map(
            row ->
                BlindSpotSection.card(
                    row,
                    questions.get(row.questionId()),
                    notes.get(List.of(row.questionId(), row.flaggedBy()))))
        .toList();
  }

  List<Card> sampled(List<String> sample) {
    return sample.stream()
        .filter(questions::containsKey)
        .map(id -> Card.of(questions.get(id), null, null))
        .toList();
  }

  private static Map<List<String>, String> notes(Queries queries, Set<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    String listed = ids.stream().map(Queries::literal).collect(Collectors.joining(", "));
    return queries.list(Note.class, NOTES.formatted(listed)).stream()
        .filter(note -> note.notes() != null && !note.notes().isBlank())
        .collect(Collectors.toMap(n -> List.of(n.questionId(), n.auditor()), Note::notes));
  }
}
