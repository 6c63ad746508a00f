package io.quaestor.outside;

import io.quaestor.tables.Audit;
import io.quaestor.udfs.gate.Decision;
import io.quaestor.udfs.gate.Gate;
import io.quaestor.udfs.text.Hashes;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapFunction;

/** From verdicts to an audit; its id says all that it says, so that the same is the same audit. */
record ToAudit(SoftCriteria soft, String runId, Instant now)
    implements MapFunction<GroupedAudit, Audit>, Serializable {
  private static final List<String> SEVERITIES = List.of("none", "minor", "major");

  @Override
  public Audit call(GroupedAudit group) {
    Map<String, Boolean> gate = verdicts(group, false);
    Map<String, Boolean> signals = verdicts(group, true);
    Decision decision = Gate.decide(new ArrayList<>(gate.keySet()), gate);
    String severity = severity(group);
    String notes = notes(group);
    return new Audit(
        Hashes.id(
            "aud",
            group.questionId(),
            group.contentSha256(),
            group.auditor(),
            group.model(),
            String.valueOf(group.auditedAt()),
            gate.toString(),
            signals.toString(),
            severity,
            notes),
        group.questionId(),
        group.contentSha256(),
        group.auditor(),
        group.model(),
        null,
        runId,
        null,
        decision.outcome().wire(),
        decision.reason(),
        scored(gate),
        scored(signals),
        null,
        List.of(),
        List.of(),
        severity,
        notes,
        true,
        group.auditedAt() == null ? now : group.auditedAt());
  }

  /** Criterion to verdict; null when a row left it open or could not be used. */
  private Map<String, Boolean> verdicts(GroupedAudit group, boolean wanted) {
    Map<String, Boolean> verdicts = new TreeMap<>();
    for (GroupedAudit.Verdict verdict : group.verdicts()) {
      if (soft.contains(group.auditor(), verdict.criterion(), verdict.soft()) == wanted) {
        boolean open = verdict.passed() == null || isOpen(verdicts, verdict.criterion());
        verdicts.put(verdict.criterion(), open ? null : verdict.passed());
      }
    }
    return verdicts;
  }

  private static boolean isOpen(Map<String, Boolean> verdicts, String criterion) {
    return verdicts.containsKey(criterion) && verdicts.get(criterion) == null;
  }

  private static Map<String, Boolean> scored(Map<String, Boolean> verdicts) {
    Map<String, Boolean> scored = new HashMap<>(verdicts);
    scored.values().removeIf(Objects::isNull);
    return new TreeMap<>(scored);
  }

  /** The worst; one that we do not know counts as worse than those we do. */
  private static String severity(GroupedAudit group) {
    String worst = null;
    for (GroupedAudit.Verdict verdict : group.verdicts()) {
      String severity = verdict.severity();
      if (severity != null && (worst == null || rank(severity) > rank(worst))) {
        worst = severity;
      }
    }
    return worst;
  }

  private static int rank(String severity) {
    int rank = SEVERITIES.indexOf(severity);
    return rank < 0 ? SEVERITIES.size() : rank;
  }

  private static String notes(GroupedAudit group) {
    String notes =
        group.verdicts().stream()
            .map(GroupedAudit.Verdict::notes)
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining("; "));
    return notes.isEmpty() ? null : notes;
  }
}
