package io.quaestor.llm;

/**
 * An ask without its id. Components as in {@link Ask}; {@code system} and {@code prefix} may be
 * null for none.
 */
public record AskDraft(
    String model,
    String purpose,
    String subjectId,
    int sample,
    String system,
    String prefix,
    String user,
    String schema,
    Double temperature,
    int maxTokens,
    Long seed) {}
