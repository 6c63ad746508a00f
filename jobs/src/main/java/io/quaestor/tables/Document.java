package io.quaestor.tables;

import java.time.Instant;

/**
 * One version of one source file (table {@code documents}).
 *
 * @param documentId content-derived: the same relative path with the same bytes has the same id
 * @param sourceUri where the file was read from; versions of a document share it
 * @param path path relative to what was ingested, with {@code /} separators
 * @param format {@code markdown | text | html | pdf | docx}
 * @param language BCP 47 primary tag guessed from the text, null when undecided
 * @param version 1 for the first content seen at this URI, then 2, ...
 * @param current whether this is the newest version; older ones stay for lineage
 * @param pages number of pages, null for formats without pages
 * @param status {@code ready} or {@code failed}
 * @param reason null when ready, else a stable code such as {@code corrupt_pdf}
 * @param detail null when ready, else what the reader said
 */
public record Document(
    String documentId,
    String sourceUri,
    String path,
    String unitId,
    String title,
    String format,
    String language,
    String contentSha256,
    int version,
    boolean current,
    Integer pages,
    long bytes,
    long characters,
    int chunks,
    String status,
    String reason,
    String detail,
    Instant ingestedAt) {}
