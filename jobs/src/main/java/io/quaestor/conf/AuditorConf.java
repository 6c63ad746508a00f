package io.quaestor.conf;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * An auditor ({@code auditors/NAME.yaml}).
 *
 * @param model alias
 * @param gate criterion to what it means; all must hold for a question to be served
 * @param soft criterion to what it means; logged, never gating
 * @param remediates of {@code difficulty} and {@code acceptable_variations}, what a pass may change
 */
public record AuditorConf(
    String model,
    String prompt,
    Double temperature,
    int maxTokens,
    Map<String, String> gate,
    Map<String, String> soft,
    List<String> remediates)
    implements Serializable {}
