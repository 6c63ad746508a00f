package io.quaestor.topics;

import io.quaestor.tables.Chunk;

/** A chunk with the path of its document. Public because the code that Spark generates makes it. */
public record Placed(String path, Chunk chunk) {}
