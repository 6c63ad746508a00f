package io.quaestor.tables;

/**
 * A link or medium that a current Markdown or HTML document offers its readers, once per document
 * (table {@code learning_resources}).
 *
 * @param resourceId derived from document, kind and URL
 * @param chunkId chunk it stands in; of a resource between two blocks, the one before it
 * @param topic topic of that chunk
 * @param heading nearest heading above it, null when there is none
 * @param kind {@code link | image | audio | video | embed}, told by the element and by the file
 *     extension of the URL
 * @param url as written, resolved against nothing; of a {@code data:} URL the media type and a hash
 *     of the whole in place of the payload
 * @param title title attribute, null when it has none
 * @param text text of a link, description of an image; null when it has none
 * @param ordinal 0-based position of its first mention among the document's resources
 * @param mentions how often the document mentions it, from 1
 */
public record LearningResource(
    String resourceId,
    String documentId,
    String unitId,
    String chunkId,
    String topic,
    String heading,
    String kind,
    String url,
    String title,
    String text,
    int ordinal,
    int mentions) {}
