package io.quaestor.report;

import java.util.List;

/**
 * A question that one auditor flagged and the other passed, to be opened.
 *
 * @param summary its stem, cut short
 * @param fired the criteria that it failed
 */
record Spot(String summary, String fired, Card card, List<Opinion> opinions) {
  private static final int SUMMARY = 140;

  /** What one auditor said of it, in words; notes are null for none. */
  record Opinion(String auditor, String said, String notes) {}

  static Spot of(List<String> criteria, Card card, List<Verdict> verdicts) {
    return new Spot(
        Format.shortened(card.stem(), SUMMARY),
        words(criteria),
        card,
        verdicts.stream()
            .map(v -> new Opinion(v.auditor(), said(v), Card.cut(v.notes())))
            .toList());
  }

  private static String said(Verdict v) {
    if (v.failed().isEmpty() && v.passed().isEmpty()) {
      return "%s%s"
          .formatted(v.outcome(), v.reason() == null ? "" : ": " + Format.words(v.reason()));
    }
    String passed = v.passed().isEmpty() ? "" : "passed " + words(v.passed());
    return v.failed().isEmpty()
        ? passed
        : "failed %s%s".formatted(words(v.failed()), passed.isEmpty() ? "" : "; " + passed);
  }

  private static String words(List<String> criteria) {
    return String.join(", ", criteria.stream().map(Format::words).toList());
  }
}
