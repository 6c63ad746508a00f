package io.quaestor.report;

import io.quaestor.report.Grid.Column;
import java.util.ArrayList;
import java.util.List;

/** What was read: documents by status, files that could not be read, units. */
public final class CorpusSection {
  private static final int FILES = 20;
  private static final int UNITS = 50;

  private static final String FORMATS =
      """
      SELECT format, count(*) AS documents, count_if(status = 'ready') AS ready,
             count_if(status = 'failed') AS failed, sum(coalesce(pages, 0)) AS pages,
             sum(chunks) AS chunks
      FROM documents WHERE current GROUP BY format ORDER BY format""";

  private static final String UNREADABLE =
      """
      SELECT path, reason, detail FROM documents WHERE current AND status = 'failed'
      ORDER BY reason, path LIMIT %d"""
          .formatted(FILES);

  private static final String UNIT_ROWS =
      """
      SELECT unit_id AS unitId, title, language, size(topics) AS topics, documents, chunks, tokens,
             count(*) OVER () AS units
      FROM units ORDER BY unit_id LIMIT %d"""
          .formatted(UNITS);

  private CorpusSection() {}

  /** Documents of one format. */
  public record FormatRow(
      String format, long documents, long ready, long failed, long pages, long chunks) {}

  /** A file that could not be read. */
  public record FileRow(String path, String reason, String detail) {}

  /** A part of the corpus; {@code units} is how many there are in all. */
  public record UnitRow(
      String unitId,
      String title,
      String language,
      long topics,
      long documents,
      long chunks,
      long tokens,
      long units) {}

  /** What the tables say. */
  record Read(List<FormatRow> formats, List<UnitRow> units) {
    long unitCount() {
      return units.isEmpty() ? 0 : units.get(0).units;
    }
  }

  static Read read(Queries queries) {
    return new Read(queries.list(FormatRow.class, FORMATS), queries.list(UnitRow.class, UNIT_ROWS));
  }

  static Section of(Read read, Figures figures, Queries queries) {
    if (figures.documents() == 0) {
      return Section.of("corpus", "Corpus", "No documents have been ingested yet.");
    }
    List<Grid> grids = new ArrayList<>(List.of(formats(read.formats)));
    if (figures.failedDocuments() > 0) {
      grids.add(unreadable(queries).capped(figures.failedDocuments(), "file"));
    }
    grids.add(units(read.units).capped(figures.units(), "unit"));
    return Section.of("corpus", "Corpus", said(figures)).withGrids(grids);
  }

  private static String said(Figures f) {
    return "%s in %s, cut into %s. %s"
        .formatted(
            Format.count(f.documents(), "document"),
            Format.count(f.units(), "unit"),
            Format.count(f.chunks(), "chunk"),
            f.failedDocuments() == 0
                ? "All of them could be read."
                : Format.count(f.failedDocuments()) + " could not be read; the reasons are below.");
  }

  private static Grid formats(List<FormatRow> rows) {
    Grid grid =
        Grid.of(
            "Documents by format",
            Column.text("Format"),
            Column.number("Documents"),
            Column.number("Ready"),
            Column.number("Failed"),
            Column.number("Pages"),
            Column.number("Chunks"));
    rows.forEach(
        r -> grid.line(r.format, r.documents, r.ready, r.failed, pages(r.pages), r.chunks));
    return grid;
  }

  private static Object pages(long pages) {
    return pages == 0 ? null : pages;
  }

  private static Grid unreadable(Queries queries) {
    Grid grid =
        Grid.of(
            "Files that could not be read",
            Column.text("File"),
            Column.text("Reason"),
            Column.text("What the reader said"));
    queries
        .list(FileRow.class, UNREADABLE)
        .forEach(r -> grid.line(r.path, Format.words(r.reason), Format.shortened(r.detail, 200)));
    return grid;
  }

  private static Grid units(List<UnitRow> rows) {
    Grid grid =
        Grid.of(
            "Units",
            Column.text("Unit"),
            Column.text("Title"),
            Column.text("Language"),
            Column.number("Topics"),
            Column.number("Documents"),
            Column.number("Chunks"),
            Column.number("Tokens (estimated)"));
    rows.forEach(
        r -> grid.line(r.unitId, r.title, r.language, r.topics, r.documents, r.chunks, r.tokens));
    return grid;
  }
}
