package io.quaestor.corpus;

import io.quaestor.tables.Chunk;
import io.quaestor.tables.Document;
import java.util.List;

/**
 * What became of one file.
 *
 * @param outcome {@code unchanged | new | changed | failed}
 * @param document null when unchanged
 * @param chunks empty unless new or changed
 */
record FileRead(String outcome, Document document, List<Chunk> chunks) {
  static final String UNCHANGED = "unchanged";
  static final String NEW = "new";
  static final String CHANGED = "changed";
  static final String FAILED = "failed";

  static FileRead unchanged() {
    return new FileRead(UNCHANGED, null, List.of());
  }

  /** A document without its text, as the driver sees it. */
  record Header(
      String outcome,
      String documentId,
      String sourceUri,
      String path,
      String unitId,
      int chunks,
      String reason,
      String detail) {}
}
