package io.quaestor.corpus;

import io.quaestor.tables.Chunk;
import io.quaestor.tables.Document;
import io.quaestor.tables.LearningResource;
import java.util.List;

/**
 * What became of one file. Public because the code that Spark generates makes it.
 *
 * @param outcome {@code unchanged | new | changed | failed}
 * @param document null when unchanged
 * @param chunks empty unless new or changed
 * @param resources empty unless new or changed
 */
public record FileRead(
    String outcome, Document document, List<Chunk> chunks, List<LearningResource> resources) {
  static final String UNCHANGED = "unchanged";
  static final String NEW = "new";
  static final String CHANGED = "changed";
  static final String FAILED = "failed";

  static FileRead unchanged() {
    return new FileRead(UNCHANGED, null, List.of(), List.of());
  }

  /** A document without its text, as the driver sees it. */
  public record Header(
      String outcome,
      String documentId,
      String sourceUri,
      String path,
      String unitId,
      int chunks,
      int resources,
      String reason,
      String detail) {}
}
