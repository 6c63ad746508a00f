package io.quaestor.tables;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a judge said of one draft (table {@code judgements}); verdicts under other rubrics or
 * thresholds are computed from it without a call.
 *
 * @param judgementId derived from run, batch, slot and pass
 * @param pass {@code first}, or {@code repaired} for the judgement of a repaired draft
 * @param rubric the rubric whose dimensions were asked for
 * @param type the question's type
 * @param scores dimension to score as the judge gave it, in range or not
 * @param hardRejections codes; a draft that has one was not shown to a judge
 * @param issues what the judge objected to
 * @param totalScore 0 to 10, null when undefined
 * @param verdict {@code keep | repair | reject}, null when undefined
 * @param problems why it is undefined, empty when it is not
 * @param outcome what became of the draft: {@code accepted}, {@code rejected}, or {@code repaired}
 *     when a repair took its place
 */
public record Judgement(
    String judgementId,
    String runId,
    String batchId,
    int slot,
    String pass,
    String rubric,
    String type,
    Map<String, Double> scores,
    List<String> issues,
    Double totalScore,
    String verdict,
    List<String> problems,
    String outcome,
    String askId,
    Instant judgedAt) {}
