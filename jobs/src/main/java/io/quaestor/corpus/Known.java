package io.quaestor.corpus;

import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The current versions of the documents that were ingested before. */
final class Known {
  private final Map<String, Version> bySource = new HashMap<>();
  private final Map<String, Version> byDocument = new HashMap<>();
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
    Dataset<Row> current =
        lake.rows(Tables.DOCUMENTS)
            .where("current")
            .select(
                "source_uri",
                "document_id",
                "path",
                "unit_id",
                "content_sha256",
                "version",
                "reason");
    for (Row row : current.collectAsList()) {
      Version version =
          new Version(
              row.getString(1),
              row.getString(2),
              row.getString(3),
              row.getString(4),
              row.getInt(5),
              row.getString(6));
      known.add(row.getString(0), version);
    }
    return known;
  }

  private void add(String sourceUri, Version version) {
    bySource.put(sourceUri, version);
    byDocument.put(version.documentId(), version);
    unitByKey.put(new SourceFile(sourceUri, version.path(), 0).unitKey(), version.unitId());
  }

  /** The current version of what was read from a place, null when nothing was. */
  Version at(String sourceUri) {
    return bySource.get(sourceUri);
  }

  /** Whether a document is current, wherever it was read from. */
  boolean isCurrent(String documentId) {
    return byDocument.containsKey(documentId);
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
