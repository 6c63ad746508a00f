package io.quaestor.corpus;

import io.quaestor.udfs.text.Hashes;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What an ingest found, before anything is written. */
final class Findings {
  private final List<FileRead.Header> headers;
  private final List<FileRead.Header> written;
  private final List<String> superseded;
  private final List<String> units;
  private final boolean onlyNewRows;

  private Findings(List<FileRead.Header> headers, List<FileRead.Header> written, Known known) {
    this.headers = headers;
    this.written = written;
    this.superseded = known.supersededBy(written);
    this.units = units(written, known);
    this.onlyNewRows =
        superseded.isEmpty()
            && written.stream().noneMatch(header -> known.contains(header.documentId()));
  }

  /**
   * Sorts out what to write. The same path with the same bytes is the same document, wherever it is
   * read from: only the first is written.
   */
  static Findings of(List<FileRead.Header> headers, Known known) {
    Set<String> ids = new HashSet<>();
    List<FileRead.Header> written =
        headers.stream()
            .filter(header -> header.documentId() != null)
            .sorted(Comparator.comparing(FileRead.Header::sourceUri))
            .filter(header -> isOwn(header, known) || !known.isCurrent(header.documentId()))
            .filter(header -> ids.add(header.documentId()))
            .toList();
    return new Findings(headers, written, known);
  }

  boolean isEmpty() {
    return written.isEmpty();
  }

  /** Where files were read from that are documents already. */
  List<String> skipped() {
    Set<FileRead.Header> kept = new HashSet<>(written);
    return headers.stream()
        .filter(header -> header.documentId() != null && !kept.contains(header))
        .map(FileRead.Header::sourceUri)
        .toList();
  }

  /** Ids of documents that are no longer current. */
  List<String> superseded() {
    return superseded;
  }

  /** Whether no row of the table has to change. */
  boolean onlyNewRows() {
    return onlyNewRows;
  }

  /** Name of this write: the same documents at the same time. */
  String writer(Instant now) {
    return Hashes.id(
        "ingest",
        Stream.concat(Stream.of(now.toString()), written.stream().map(FileRead.Header::documentId))
            .toArray(String[]::new));
  }

  /** Ids of the units whose contents change. */
  List<String> units() {
    return units;
  }

  /** One line for each file that could not be read. */
  List<String> warnings() {
    return written.stream()
        .filter(header -> header.outcome().equals(FileRead.FAILED))
        .map(
            header ->
                "%s: not ingested (%s: %s)"
                    .formatted(header.path(), header.reason(), header.detail()))
        .toList();
  }

  /** Counts that add up: {@code files = unchanged + new + changed + failed}. */
  Map<String, Long> counts(SourceFiles.Found found, long unitsWritten) {
    long unchanged = (long) headers.size() - written.size();
    long added = written(FileRead.NEW);
    long changed = written(FileRead.CHANGED);
    long failed = written(FileRead.FAILED);
    if (found.files().size() != unchanged + added + changed + failed) {
      throw new IllegalStateException(
          "%d files went in, but %d unchanged + %d new + %d changed + %d failed came out"
              .formatted(found.files().size(), unchanged, added, changed, failed));
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("files", (long) found.files().size());
    counts.put("ignored", found.ignored());
    counts.put(FileRead.UNCHANGED, unchanged);
    counts.put(FileRead.NEW, added);
    counts.put(FileRead.CHANGED, changed);
    counts.put(FileRead.FAILED, failed);
    counts.put("chunks", written.stream().mapToLong(FileRead.Header::chunks).sum());
    counts.put("resources", written.stream().mapToLong(FileRead.Header::resources).sum());
    counts.put("units", unitsWritten);
    return counts;
  }

  private long written(String outcome) {
    return written.stream().filter(header -> header.outcome().equals(outcome)).count();
  }

  private static boolean isOwn(FileRead.Header header, Known known) {
    Known.Version before = known.at(header.sourceUri());
    return before != null && before.documentId().equals(header.documentId());
  }

  private static List<String> units(List<FileRead.Header> written, Known known) {
    Stream<String> now = written.stream().map(FileRead.Header::unitId);
    Stream<String> before =
        written.stream()
            .map(header -> known.at(header.sourceUri()))
            .filter(version -> version != null)
            .map(Known.Version::unitId);
    return Stream.concat(now, before).distinct().sorted().toList();
  }
}
