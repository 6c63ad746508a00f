package io.quaestor.udfs.sql;

import io.quaestor.udfs.candidate.CandidateItem;
import io.quaestor.udfs.candidate.CandidateScore;
import io.quaestor.udfs.candidate.Candidates;
import io.quaestor.udfs.candidate.SelfReview;
import io.quaestor.udfs.sql.SqlFunction.Example;
import java.util.List;

/** Practice items of course sets. */
public final class CandidateFunctions {
  private CandidateFunctions() {}

  /** {@link CandidateItem}, with the index as wide as JSON readers make it. */
  public record PracticeItem(
      String text, String mode, List<String> options, Long correctIndex, String answer) {

    CandidateItem item() {
      return new CandidateItem(text, mode, options, Whole.nearestInt(correctIndex), answer);
    }
  }

  /** {@link Candidates#score}. */
  @SqlFunction(
      usage =
          "A candidate set's score from 0 to 1 and its parts: schema 0.30, placeholder 0.20, mode"
              + " 0.20, consistency 0.15, self-review 0.15; without a usable review its weight goes"
              + " to the others.",
      arguments = {
        "items - array<struct<text, mode, options, correct_index, answer>>; NULL for none",
        "schema_valid - whether the set met its schema; NULL is no",
        "self_review - struct<clarity, age_fit, correctness>, each 0 to 1; NULL for none"
      },
      optional = 1,
      examples = {
        @Example(
            sql =
                "candidate_score(array(named_struct('text', '7 + [blank] = 12', 'mode', 'numeric',"
                    + " 'options', NULL, 'correct_index', NULL, 'answer', '6')), true)",
            result =
                "{\"schema\":1.0,\"placeholder\":1.0,\"mode\":1.0,\"consistency\":0.75,\"self_review\":null,\"total\":0.9558823529411765}"),
        @Example(
            sql =
                "candidate_score(NULL, true, named_struct('clarity', 1, 'age_fit', 0.8,"
                    + " 'correctness', 0)).self_review",
            result = "0.6")
      })
  public static CandidateScore candidateScore(
      List<PracticeItem> items, Boolean schemaValid, SelfReview selfReview) {
    List<CandidateItem> given =
        items == null
            ? List.of()
            : items.stream().map(item -> item == null ? null : item.item()).toList();
    return Candidates.score(given, Boolean.TRUE.equals(schemaValid), selfReview);
  }
}
