package io.quaestor.corpus;

import io.quaestor.tables.Conversion;
import io.quaestor.udfs.text.Hashes;

/**
 * A page with what a model made of it. Public because the code that Spark generates makes it.
 *
 * @param askId as are {@code words} to {@code markdown}, see {@link Conversion}
 */
public record ConvertedPage(
    RawPage raw,
    String askId,
    long words,
    Long added,
    Long dropped,
    boolean used,
    String reason,
    String markdown) {

  static ConvertedPage unused(RawPage raw, String askId, long words, String reason) {
    return new ConvertedPage(raw, askId, words, null, null, false, reason, null);
  }

  Conversion row(String documentId, String model) {
    String id =
        Hashes.id("cnv", documentId, String.valueOf(raw.page()), model, askId, reason, markdown);
    return new Conversion(
        id,
        documentId,
        raw.page(),
        model,
        askId,
        words,
        added,
        dropped,
        used,
        reason,
        raw.text(),
        markdown);
  }
}
