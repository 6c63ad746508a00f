package io.quaestor.agree;

import java.util.List;

/**
 * Questions of one segment that all auditors judged alike.
 *
 * @param kind {@code all}, {@code type}, {@code difficulty}, {@code unit}, {@code pipeline}, {@code
 *     version}, {@code model} or {@code document}
 * @param segment {@code all}, or kind and value such as {@code type=mcq_single}; null only for
 *     questions without a document
 * @param codes of the verdicts, by auditor
 */
public record Vote(String kind, String segment, List<Long> codes, long questions) {}
