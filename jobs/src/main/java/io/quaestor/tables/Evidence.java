package io.quaestor.tables;

import java.util.List;

/**
 * Where a question's content stands in the source.
 *
 * @param evidenceSpanIds sentence spans of the question's chunk
 * @param factIds facts of the fact bank, empty for pipelines without one
 * @param pageRefs pages of the document, empty for formats without pages
 * @param quotes quotes found in the chunk by code, as the chunk has them
 */
public record Evidence(
    List<String> evidenceSpanIds,
    List<String> factIds,
    List<Integer> pageRefs,
    List<String> quotes) {}
