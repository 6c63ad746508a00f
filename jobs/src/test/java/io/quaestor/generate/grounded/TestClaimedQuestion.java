package io.quaestor.generate.grounded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.generate.batch.CheckedDraft;
import io.quaestor.generate.grounded.AuditedQuestion.AuditedOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From an audited question to what is found of it. */
class TestClaimedQuestion {
  private static final List<String> OPTIONS = List.of("dort", "lit", "court");
  private static final List<String> QUOTES = List.of("Le chat dort.");
  private static final List<AuditedOption> AUDIT = audit(true, false, false);

  @Test
  void aSoundQuestionRestsOnItsFactAndItsSentences() {
    CheckedDraft checked = checked(OPTIONS, "dort", QUOTES, AUDIT, 0.7);
    assertTrue(checked.sound(), checked.reasons().toString());
    assertEquals(List.of(Claims.asked().fact().factId()), checked.evidence().factIds());
    assertEquals(List.of("s1", "s2"), checked.evidence().evidenceSpanIds());
    assertEquals(List.of(1, 2), checked.evidence().pageRefs());
    assertEquals(QUOTES, checked.evidence().quotes());
    assertEquals(1.0, checked.grounding());
  }

  @Test
  void structureComesFirst() {
    List<String> twice = List.of("dort", "Dort.", "court");
    assertFalls("structure", "duplicate_option", checked(twice, "dort", List.of(), AUDIT, 0.1));
    assertFalls("structure", "key_not_in_options", checked(OPTIONS, "mange", QUOTES, AUDIT, 0.9));
  }

  @Test
  void quotesHaveToBeThereAndToStandInTheChunk() {
    assertFalls("evidence", "evidence_not_found", checked(OPTIONS, "dort", List.of(), AUDIT, 0.9));
    List<String> oneFalse = List.of("Le chat dort.", "Le chat lit.");
    assertFalls("evidence", "quote_not_found", checked(OPTIONS, "dort", oneFalse, AUDIT, 0.9));
  }

  @Test
  void confidenceIsANumberAndHighEnough() {
    assertFalls("audit", "low_confidence", confident(0.69));
    for (Double invalid : Arrays.asList(null, Double.NaN, 1.01, 90.0)) {
      assertFalls("audit", "confidence_invalid", confident(invalid));
    }
  }

  @Test
  void theAuditHasToSupportTheKeyAlone() {
    assertFalls("audit", "several_options_supported", audited(audit(true, true, false)));
    assertFalls("audit", "no_option_supported", audited(audit(false, false, false)));
    assertFalls("audit", "audit_key_mismatch", audited(audit(false, true, false)));
    assertFalls("audit", "audit_incomplete", audited(AUDIT.subList(0, 2)));
  }

  @Test
  void allThatTheAuditShowsIsSaidAtOnce() {
    CheckedDraft checked = checked(OPTIONS, "dort", QUOTES, audit(true, true, false), 0.2);
    assertEquals(List.of("low_confidence", "several_options_supported"), checked.reasons());
  }

  @Test
  void aRewrittenQuestionAndUnfoundEvidenceOfTheKeyAreMarked() {
    AuditedQuestion plain = question(OPTIONS, "dort", QUOTES, AUDIT, 0.8);
    assertEquals(List.of(), new ClaimedQuestion(Claims.asked(), plain).merit().issues());
    List<AuditedOption> invented = List.of(new AuditedOption("dort", true, "Le chat ronfle."));
    AuditedQuestion marked =
        new AuditedQuestion(
            "Que fait le chat ?", OPTIONS, "dort", "", List.of(), QUOTES, invented, true, 0.8);
    ClaimedQuestion claimed = new ClaimedQuestion(Claims.asked(), marked);
    assertEquals(List.of("rewritten", "audit_evidence_not_found"), claimed.merit().issues());
    assertEquals(Map.of("confidence", 0.8), claimed.merit().scores());
  }

  private static void assertFalls(String stage, String reason, CheckedDraft checked) {
    assertEquals(List.of(reason), checked.reasons());
    assertEquals(stage, checked.stage());
  }

  private static CheckedDraft confident(Double confidence) {
    return checked(OPTIONS, "dort", QUOTES, AUDIT, confidence);
  }

  private static CheckedDraft audited(List<AuditedOption> audit) {
    return checked(OPTIONS, "dort", QUOTES, audit, 0.9);
  }

  private static CheckedDraft checked(
      List<String> options,
      String answer,
      List<String> quotes,
      List<AuditedOption> audit,
      Double confidence) {
    AuditedQuestion question = question(options, answer, quotes, audit, confidence);
    return new ClaimedQuestion(Claims.asked(), question).checked(0.7);
  }

  private static AuditedQuestion question(
      List<String> options,
      String answer,
      List<String> quotes,
      List<AuditedOption> audit,
      Double confidence) {
    return new AuditedQuestion(
        "Que fait le chat ?", options, answer, "", List.of(), quotes, audit, false, confidence);
  }

  private static List<AuditedOption> audit(boolean first, boolean second, boolean third) {
    return List.of(
        new AuditedOption("Dort", first, "dort"),
        new AuditedOption("lit", second, ""),
        new AuditedOption("court.", third, ""));
  }
}
