package io.quaestor.tables;

import java.util.List;

/**
 * One to two pages of a document, cut at headings (table {@code chunks}).
 *
 * @param chunkId derived from document, position and text
 * @param ordinal 0-based position in the document
 * @param topic the heading that names what this chunk is about; never null
 * @param headingPath headings from the outermost in
 * @param pageFrom first page, null for formats without pages
 * @param tokens estimated tokens of {@code text}, before a model's own factor
 */
public record Chunk(
    String chunkId,
    String documentId,
    String unitId,
    int ordinal,
    String topic,
    List<String> headingPath,
    String text,
    List<Span> spans,
    Integer pageFrom,
    Integer pageTo,
    int tokens,
    String language,
    String textSha256) {}
