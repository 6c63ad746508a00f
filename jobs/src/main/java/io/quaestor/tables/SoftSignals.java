package io.quaestor.tables;

import java.util.List;

/**
 * Verdicts that are logged and never gate; fields are null where the auditor does not judge them.
 */
public record SoftSignals(
    Boolean difficultyAppropriate,
    String suggestedDifficulty,
    Boolean variationsValid,
    List<String> missingVariations,
    List<String> invalidVariations) {}
