package io.quaestor.tables;

import java.util.List;

/**
 * A question one auditor flagged while the other passed all of its own criteria (table {@code
 * blind_spots}).
 *
 * @param definition {@code gate} (gate criteria only) or {@code any} (soft signals too)
 * @param flaggedBy the auditor that flagged
 * @param missedBy the auditor that passed it
 * @param criteria the criteria that fired, sorted
 */
public record BlindSpot(
    String comparisonId,
    String definition,
    String questionId,
    String flaggedBy,
    String missedBy,
    List<String> criteria) {}
