package io.quaestor.corpus;

import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The documents that were ingested before. */
final class Known {
  private final Map<String, Version> bySource = new HashMap<>();
  private final Set<String> documents = new HashSet<>();
  private final Set<String> current = new HashSet<>();
  private final Map<String, String> unitByKey = new HashMap<>();

  private Known() {}

  /**
   * A current version.
   *
   * @param sha256 null when the bytes could not be read
   * @param reason null when the document is ready
   */
  record Version(
      String documentId, String path, String unitId, String sha256, int version, String reason)
      implements Serializable {

    boolean isReady() {
      return reason == null;
    }
  }

  static Known of(Lake lake) {
    Known known = new Known();
    Dataset<Row> rows =
        lake.rows(Tables.DOCUMENTS)
            .select(
                "source_uri",
                "document_id",
                "path",
                "unit_id",
                "content_sha256",
                "version",
                "reason",
                "current");
    for (Row row : rows.collectAsList()) {
      Version version =
          new Version(
              row.getString(1),
              row.getString(2),
              row.getString(3),
              row.getString(4),
              row.getInt(5),
              row.getString(6));
      known.documents.add(version.documentId());
      if (row.getBoolean(7)) {
        known.add(row.getString(0), version);
      }
    }
    return known;
  }

  private void add(String sourceUri, Version version) {
    bySource.put(sourceUri, version);
    current.add(version.documentId());
    unitByKey.put(new SourceFile(sourceUri, version.path(), 0).unitKey(), version.unitId());
  }

  /** The current version of what was read from a place, null when nothing was. */
  Version at(String sourceUri) {
    return bySource.get(sourceUri);
  }

  /** Whether a document is current, wherever it was read from. */
  boolean isCurrent(String documentId) {
    return current.contains(documentId);
  }

  /** Whether a document has a row already, current or not. */
  boolean contains(String documentId) {
    return documents.contains(documentId);
  }

  /** Unit ids by the key of their files. */
  Map<String, String> unitIds() {
    return Map.copyOf(unitByKey);
  }

  /** Ids of the versions that newer ones at the same places take over from. */
  List<String> supersededBy(List<FileRead.Header> headers) {
    return headers.stream()
        .filter(header -> bySource.containsKey(header.sourceUri()))
        .filter(
            header -> !bySource.get(header.sourceUri()).documentId().equals(header.documentId()))
        .map(header -> bySource.get(header.sourceUri()).documentId())
        .toList();
  }
}
