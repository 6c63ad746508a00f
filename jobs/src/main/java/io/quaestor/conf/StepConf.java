package io.quaestor.conf;

import java.io.Serializable;

/**
 * One kind of ask a pipeline makes.
 *
 * @param prompt name of a prompt file
 * @param schema name of the JSON schema of the reply
 * @param model alias, null where the pipeline routes
 * @param temperature 0 to 1
 * @param maxTokens most output tokens
 */
public record StepConf(
    String prompt, String schema, String model, Double temperature, int maxTokens)
    implements Serializable {}
