package io.quaestor.generate.plan;

import java.io.Serializable;
import java.util.List;

/**
 * A part of a unit's demand that is asked for at once.
 *
 * @param number 0-based within its unit and round
 * @param topic of its first chunk
 * @param count questions asked for
 * @param chunks to be sent, in document order; never empty
 */
public record Piece(String unitId, int number, String topic, int count, List<ChunkSize> chunks)
    implements Serializable {}
