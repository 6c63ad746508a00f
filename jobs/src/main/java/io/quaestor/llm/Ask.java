package io.quaestor.llm;

/**
 * One question to a model, provider-neutral. Same content, same id, same answer.
 *
 * @param askId SHA-256 (hex) of the canonical form; made by {@link AskFactory}
 * @param model alias of a model in the configuration
 * @param purpose what it is for, such as {@code generate}, {@code validate}, {@code audit}
 * @param subjectId what it is about, such as a batch or question id; not part of the id
 * @param sample ordinal to ask the same thing again for another answer, from 0
 * @param system system prompt
 * @param prefix first part of the user message, shared by many asks and cacheable; may be empty
 * @param user rest of the user message
 * @param schema name of the JSON schema the reply must satisfy, null for free text
 * @param temperature null to leave it to the provider
 * @param maxTokens most output tokens
 * @param seed null for none
 */
public record Ask(
    String askId,
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
