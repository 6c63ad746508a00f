package io.quaestor.tables;

import java.util.List;

/**
 * What a part of a unit teaches (table {@code topics}). Every current chunk of a unit that was
 * asked about stands in at least one row: with a model's topic, else with its heading.
 *
 * @param topicId derived from everything else in the row
 * @param topic the name to show: of the names that were merged the one with most chunks, then the
 *     first
 * @param source {@code model}, or {@code heading} for chunks that no suggested topic covers
 * @param ordinal 0-based position in the unit, by first chunk; headings after suggested topics
 * @param chunkIds chunks that teach it, in document order
 * @param names all names that were merged, the shown one first
 * @param model alias that suggested it, null for headings
 * @param promptVersion null for headings
 */
public record Topic(
    String topicId,
    String unitId,
    String topic,
    String source,
    int ordinal,
    List<String> chunkIds,
    List<String> names,
    String model,
    String promptVersion) {}
