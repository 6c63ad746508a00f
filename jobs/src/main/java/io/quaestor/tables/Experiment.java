package io.quaestor.tables;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Ways of making questions that are to be compared on the same chunks (table {@code experiments}).
 *
 * @param experimentId derived from all of the row but its time, and from the chunks
 * @param name as the user calls it; no two experiments have one
 * @param cohorts two or more
 * @param auditors judge every cohort; the first one decides which questions count as active
 * @param pins what decides what auditors are asked, to the hash of its content
 * @param unit whose chunks were drawn, null for all
 * @param document likewise
 * @param chunks how many are pinned, in {@code experiment_chunks}
 * @param perChunk questions that each cohort asks of each chunk
 * @param seed of the draw of chunks
 */
public record Experiment(
    String experimentId,
    String name,
    List<ExperimentCohort> cohorts,
    List<String> auditors,
    Map<String, String> pins,
    String unit,
    String document,
    int chunks,
    int perChunk,
    long seed,
    Instant createdAt) {}
