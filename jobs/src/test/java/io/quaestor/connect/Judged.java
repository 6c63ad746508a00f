package io.quaestor.connect;

import io.quaestor.tables.Audit;
import io.quaestor.tables.AuditMetadata;
import io.quaestor.tables.Evidence;
import io.quaestor.tables.Question;
import io.quaestor.tables.SoftSignals;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A question and what two auditors said of it. */
record Judged(Question question, List<Audit> audits) {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  /** The first passed it and thought of another difficulty, perhaps; the second failed it. */
  static Judged active(String id, String difficulty, String suggested) {
    SoftSignals signals =
        new SoftSignals(difficulty.equals(suggested), suggested, true, List.of(), List.of());
    return new Judged(
        question(id, "active", difficulty, signals),
        List.of(audit(id, "mistral", "pass"), audit(id, "sonnet", "fail")));
  }

  /** The first failed it and missed a variation; the second could not be read. */
  static Judged flagged(String id, String missing) {
    SoftSignals signals = new SoftSignals(true, null, false, List.of(missing), List.of());
    return new Judged(
        question(id, "flagged", "beginner", signals),
        List.of(audit(id, "mistral", "fail"), audit(id, "sonnet", "unscored")));
  }

  private static Question question(
      String id, String status, String difficulty, SoftSignals signals) {
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
        "short_answer",
        null,
        difficulty,
        "fr",
        "stem",
        List.of(),
        List.of("vapeur"),
        List.of(),
        null,
        List.of(),
        new Evidence(List.of(), List.of(), List.of(), List.of()),
        1.0,
        null,
        null,
        status,
        "draft",
        new AuditMetadata("mistral", "mistral-model", NOON, Map.of(), signals, "none", ""),
        "v1",
        NOON,
        NOON);
  }

  private static Audit audit(String question, String auditor, String outcome) {
    return new Audit(
        "aud_" + auditor + question,
        question,
        "v1",
        auditor,
        auditor + "-model",
        "p1",
        "run",
        "ask_" + auditor + question,
        outcome,
        "unscored".equals(outcome) ? "truncated" : null,
        "unscored".equals(outcome) ? Map.of() : Map.of("answer_correct", "pass".equals(outcome)),
        Map.of(),
        null,
        List.of(),
        List.of(),
        "none",
        "",
        false,
        NOON);
  }
}
