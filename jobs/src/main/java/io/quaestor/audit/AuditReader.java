package io.quaestor.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quaestor.llm.Reply;
import io.quaestor.tables.Audit;
import io.quaestor.tables.Question;
import io.quaestor.udfs.gate.Decision;
import io.quaestor.udfs.gate.Gate;
import io.quaestor.udfs.structure.Difficulty;
import io.quaestor.udfs.text.Hashes;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** From a reply to a verdict; what cannot be read is unscored, never a pass and never a fail. */
final class AuditReader implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String auditor;
  private final String promptVersion;
  private final List<String> gate;
  private final List<String> soft;
  private final String runId;
  private final boolean recordOnly;

  AuditReader(Auditor auditor, String runId, boolean recordOnly) {
    this.auditor = auditor.name();
    this.promptVersion = auditor.promptVersion();
    this.gate = new ArrayList<>(auditor.gate());
    this.soft = new ArrayList<>(auditor.soft());
    this.runId = runId;
    this.recordOnly = recordOnly;
  }

  /** The same for the same question content, auditor, prompt, ask and outcome. */
  private String auditId(Question question, Reply reply, String outcome, String reason) {
    return Hashes.id(
        "aud",
        question.questionId(),
        question.contentSha256(),
        auditor,
        promptVersion,
        reply.askId(),
        outcome,
        reason);
  }

  Audit read(Question question, Reply reply) {
    JsonNode answer = reply.ok() ? parse(reply.json()) : JSON.createObjectNode();
    Map<String, Boolean> gateVerdicts = verdicts(answer, gate);
    Decision decision = Gate.decide(gate, gateVerdicts);
    String outcome = decision.outcome().wire();
    String reason = reply.ok() ? decision.reason() : reply.status();
    return new Audit(
        auditId(question, reply, outcome, reason),
        question.questionId(),
        question.contentSha256(),
        auditor,
        reply.modelReported(),
        promptVersion,
        runId,
        reply.askId(),
        outcome,
        reason,
        gateVerdicts,
        verdicts(answer, soft),
        Difficulty.parse(text(answer, "suggested_difficulty")).map(Difficulty::wire).orElse(null),
        strings(answer, "missing_variations"),
        strings(answer, "invalid_variations"),
        text(answer, "severity"),
        text(answer, "notes"),
        recordOnly,
        reply.answeredAt());
  }

  private static Map<String, Boolean> verdicts(JsonNode answer, List<String> criteria) {
    Map<String, Boolean> verdicts = new TreeMap<>();
    for (String criterion : criteria) {
      if (answer.path(criterion).isBoolean()) {
        verdicts.put(criterion, answer.get(criterion).booleanValue());
      }
    }
    return verdicts;
  }

  private static String text(JsonNode answer, String field) {
    return answer.path(field).isTextual() ? answer.get(field).textValue() : null;
  }

  private static List<String> strings(JsonNode answer, String field) {
    List<String> strings = new ArrayList<>();
    answer.path(field).forEach(item -> strings.add(item.asText()));
    return strings;
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A reply in the ledger passed its schema and is no JSON", e);
    }
  }
}
