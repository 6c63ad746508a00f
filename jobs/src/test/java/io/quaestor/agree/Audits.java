package io.quaestor.agree;

import io.quaestor.tables.Audit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Small audits by hand. */
final class Audits {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private Audits() {}

  /**
   * A verdict given at noon on the content {@code v1}.
   *
   * @param gate such as {@code "answer_correct grammar_correct-"}: a minus marks what failed
   */
  static Audit verdict(String auditor, String question, String gate, String soft) {
    return at(0, auditor, question, gate, soft);
  }

  static Audit at(int minute, String auditor, String question, String gate, String soft) {
    Map<String, Boolean> verdicts = verdicts(gate);
    String outcome = verdicts.containsValue(false) ? "fail" : "pass";
    return new Audit(
        "aud_%s_%s_%d".formatted(auditor, question, minute),
        question,
        "v1",
        auditor,
        auditor + "-model",
        "p1",
        "run",
        "ask_" + auditor + question,
        outcome,
        null,
        verdicts,
        verdicts(soft),
        null,
        List.of(),
        List.of(),
        "none",
        "",
        false,
        NOON.plusSeconds(60L * minute));
  }

  static Audit unscored(int minute, String auditor, String question, String reason) {
    return with(at(minute, auditor, question, "", ""), "v1", "unscored", reason);
  }

  static Audit onContent(String sha, Audit audit) {
    return with(audit, sha, audit.outcome(), audit.reason());
  }

  private static Audit with(Audit a, String sha, String outcome, String reason) {
    return new Audit(
        a.auditId() + sha,
        a.questionId(),
        sha,
        a.auditor(),
        a.model(),
        a.promptVersion(),
        a.runId(),
        a.askId(),
        outcome,
        reason,
        a.gateCriteria(),
        a.softCriteria(),
        a.suggestedDifficulty(),
        a.missingVariations(),
        a.invalidVariations(),
        a.severity(),
        a.notes(),
        a.recordOnly(),
        a.auditedAt());
  }

  private static Map<String, Boolean> verdicts(String text) {
    Map<String, Boolean> verdicts = new TreeMap<>();
    for (String word : text.isBlank() ? new String[0] : text.trim().split(" ")) {
      verdicts.put(word.replace("-", ""), !word.endsWith("-"));
    }
    return verdicts;
  }
}
