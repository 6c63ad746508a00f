package io.quaestor.report;

import java.util.Map;

/** Why a figure is not there, for people. */
final class Undefined {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("no_pairs", "none scored by both"),
          Map.entry("no_ratings", "none scored"),
          Map.entry("no_trials", "none counted"),
          Map.entry("no_variation", "no variation"),
          Map.entry("no_fails", "no fails"),
          Map.entry("no_passes", "no passes"),
          Map.entry("no_discordant_pairs", "they never differ"),
          Map.entry("infinite", "nothing on the other side"),
          Map.entry("question_level", "not a criterion"),
          Map.entry("few_raters", "needs three auditors"),
          Map.entry("ties", "tied"),
          Map.entry("not_identified", "the verdicts do not settle it"),
          Map.entry("whole_comparison_only", "only over all questions"),
          Map.entry("one_document", "all from one document"),
          Map.entry("too_many_documents", "too many documents"),
          Map.entry("document_unknown", "documents unknown"),
          Map.entry("undefined_in_replicates", "too few differ"),
          Map.entry("one_segment", "there is only one"),
          Map.entry("none_unscored", "no verdict is missing"),
          Map.entry("all_unscored", "every verdict is missing"),
          Map.entry("expected_below_5", "too few missing to tell"));

  private Undefined() {}

  /** {@code undefined: no fails}; null for a reason that an older version did not give. */
  static String because(String code) {
    return "undefined: " + words(code);
  }

  static String words(String code) {
    return code == null
        ? "not computed at the time; run the job again"
        : WORDS.getOrDefault(code, Format.words(code));
  }
}
