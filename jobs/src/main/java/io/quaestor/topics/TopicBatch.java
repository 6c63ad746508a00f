package io.quaestor.topics;

import io.quaestor.tables.Chunk;
import java.util.List;

/**
 * Passages of a unit that one ask shows.
 *
 * @param batchId derived from its chunks
 * @param ordinal 0-based position in the unit
 * @param chunks in document order
 */
public record TopicBatch(String batchId, String unitId, int ordinal, List<Chunk> chunks) {}
