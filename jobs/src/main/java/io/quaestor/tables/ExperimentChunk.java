package io.quaestor.tables;

/**
 * A chunk that an experiment asks about (table {@code experiment_chunks}).
 *
 * @param pinId derived from experiment and chunk
 * @param chunkId derived from document, place and text
 * @param path of its document, for people
 * @param sourceVersion content hash of its document when it was pinned
 */
public record ExperimentChunk(
    String pinId,
    String experimentId,
    String chunkId,
    String unitId,
    String documentId,
    String path,
    String sourceVersion,
    String textSha256) {}
