package io.quaestor.tables;

import java.time.Instant;
import java.util.List;

/**
 * A part of the corpus that questions are asked for, such as a lesson (table {@code units}).
 *
 * @param unitId a slug that people can type after {@code --unit}
 * @param topics topics of its current chunks, in order of appearance
 * @param tokens estimated tokens of its current chunks
 */
public record CorpusUnit(
    String unitId,
    String title,
    String language,
    List<String> topics,
    int documents,
    int chunks,
    long tokens,
    Instant updatedAt) {}
