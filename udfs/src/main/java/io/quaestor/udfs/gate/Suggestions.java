package io.quaestor.udfs.gate;

import java.util.List;

/**
 * What an auditor would change.
 *
 * @param difficulty as the auditor wrote it; null when it suggests none
 * @param invalidVariations variations it holds to be wrong; null for none
 */
public record Suggestions(String difficulty, List<String> invalidVariations) {}
