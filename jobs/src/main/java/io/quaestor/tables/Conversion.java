package io.quaestor.tables;

/**
 * A PDF page that a model wrote as Markdown, beside what was read from it (table {@code
 * conversions}).
 *
 * @param conversionId derived from everything else in the row
 * @param documentId the document as it was read with the pages that are used; it is the one that is
 *     read without a model when no page is
 * @param page 1-based
 * @param model alias
 * @param askId null when nothing was asked
 * @param words in the lines of the page, hyphens of line breaks taken out
 * @param added words the model added; null without an answer
 * @param dropped words the model dropped; null without an answer
 * @param used whether the document has this page from the model
 * @param reason null when used, else {@code no_text | too_much_added | too_much_dropped | call_}
 *     and the status of the reply
 * @param text lines of the page, running heads left out
 * @param markdown null without an answer
 */
public record Conversion(
    String conversionId,
    String documentId,
    int page,
    String model,
    String askId,
    long words,
    Long added,
    Long dropped,
    boolean used,
    String reason,
    String text,
    String markdown) {}
