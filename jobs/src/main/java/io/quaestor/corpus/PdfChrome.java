package io.quaestor.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Drops what a PDF repeats from page to page: running heads, feet, page numbers; and contents. */
final class PdfChrome {
  /** Lines at either end of a page that can be chrome. */
  private static final int EDGE_LINES = 2;

  /** Facing pages differ, so a neighbour is one or two pages away. */
  private static final int NEIGHBOURS = 2;

  private static final float SAME_PLACE_POINTS = 3;
  private static final Pattern NUMBER = Pattern.compile("\\d+|(?<= |^)[ivxlc]+(?= |$)");
  private static final Pattern CONTENTS_ENTRY = Pattern.compile(".*(?:\\. ?){4,}\\s*\\w+");

  private final List<List<PdfLine>> edges;

  private PdfChrome(List<List<PdfLine>> pages) {
    this.edges = pages.stream().map(PdfChrome::edges).toList();
  }

  /** The same pages without chrome. */
  static List<List<PdfLine>> without(List<List<PdfLine>> pages) {
    PdfChrome chrome = new PdfChrome(pages);
    List<List<PdfLine>> kept = new ArrayList<>();
    for (int page = 0; page < pages.size(); page++) {
      int at = page;
      kept.add(pages.get(page).stream().filter(line -> !chrome.has(at, line)).toList());
    }
    return kept;
  }

  private boolean has(int page, PdfLine line) {
    if (CONTENTS_ENTRY.matcher(line.text()).matches()) {
      return true;
    }
    if (!edges.get(page).contains(line)) {
      return false;
    }
    if (line.text().equals(String.valueOf(line.page()))) {
      return true;
    }
    int last = Math.min(edges.size() - 1, page + NEIGHBOURS);
    for (int other = Math.max(0, page - NEIGHBOURS); other <= last; other++) {
      if (other != page && repeats(edges.get(other), line)) {
        return true;
      }
    }
    return false;
  }

  private static boolean repeats(List<PdfLine> edge, PdfLine line) {
    String pattern = numberless(line);
    return edge.stream()
        .anyMatch(
            other ->
                Math.abs(other.baseline() - line.baseline()) < SAME_PLACE_POINTS
                    && numberless(other).equals(pattern));
  }

  private static List<PdfLine> edges(List<PdfLine> lines) {
    List<PdfLine> byHeight = new ArrayList<>(lines);
    byHeight.sort((a, b) -> Float.compare(a.baseline(), b.baseline()));
    int size = byHeight.size();
    if (size <= 2 * EDGE_LINES) {
      return byHeight;
    }
    List<PdfLine> edges = new ArrayList<>(byHeight.subList(0, EDGE_LINES));
    edges.addAll(byHeight.subList(size - EDGE_LINES, size));
    return edges;
  }

  private static String numberless(PdfLine line) {
    return NUMBER.matcher(line.text().toLowerCase(Locale.ROOT)).replaceAll("#");
  }
}
