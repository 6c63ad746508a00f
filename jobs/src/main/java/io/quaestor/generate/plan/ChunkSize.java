package io.quaestor.generate.plan;

/** What planning needs to know of a chunk. */
public record ChunkSize(
    String chunkId, String documentId, String unitId, int ordinal, String topic, int tokens) {}
