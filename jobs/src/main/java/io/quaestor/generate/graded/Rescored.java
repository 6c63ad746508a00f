package io.quaestor.generate.graded;

import java.util.List;

/**
 * A judgement under another rubric or other thresholds.
 *
 * @param questionId the question it led to or would have led to
 * @param before verdict that was given, null when it was undefined
 * @param after verdict now, null when it is undefined
 * @param problems why it is undefined now, empty when it is not
 */
public record Rescored(
    String judgementId,
    String questionId,
    String runId,
    String pass,
    String outcome,
    String before,
    String after,
    Double scoreBefore,
    Double scoreAfter,
    List<String> problems) {}
