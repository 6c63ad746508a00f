package io.quaestor.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts the lines of a PDF together into headings, paragraphs, items and listings. */
final class PdfBlocks {
  private static final float HEADING_FACTOR = 1.15f;
  private static final float SIZE_TOLERANCE = 0.6f;

  /** A gap of more than this many usual line distances begins a paragraph. */
  private static final float PARAGRAPH_GAP = 1.3f;

  /**
   * A line that ends this far (share of the page's text width) before the margin is a last line.
   */
  private static final float SHORT_LINE = 0.1f;

  private static final int DEEPEST_LEVEL = 6;
  private static final Pattern BULLET = Pattern.compile("[•▪◦‣∙●■–—*-] .*");

  private final List<List<PdfLine>> pages;
  private final Map<Integer, List<Block>> given;
  private final float bodySize;
  private final float pitch;
  private final List<Float> headingSizes;
  private final List<Block> blocks = new ArrayList<>();

  /**
   * @param given page number to the blocks to take in place of the page's lines
   */
  PdfBlocks(List<List<PdfLine>> pages, Map<Integer, List<Block>> given) {
    this.pages = pages;
    this.given = given;
    this.bodySize = commonSize();
    this.pitch = commonPitch();
    this.headingSizes =
        lines()
            .map(PdfLine::size)
            .filter(size -> size >= bodySize * HEADING_FACTOR)
            .distinct()
            .sorted(Comparator.reverseOrder())
            .toList();
  }

  List<Block> blocks() {
    if (blocks.isEmpty()) {
      for (int i = 0; i < pages.size(); i++) {
        if (given.containsKey(i + 1)) {
          blocks.addAll(given.get(i + 1));
        } else {
          page(pages.get(i));
        }
      }
    }
    return blocks;
  }

  private void page(List<PdfLine> lines) {
    float margin = (float) lines.stream().mapToDouble(PdfLine::right).max().orElse(0);
    List<PdfLine> paragraph = new ArrayList<>();
    boolean first = true;
    for (PdfLine line : lines) {
      if (!paragraph.isEmpty() && begins(paragraph, line, margin)) {
        add(paragraph, first);
        first = false;
        paragraph.clear();
      }
      paragraph.add(line);
    }
    if (!paragraph.isEmpty()) {
      add(paragraph, first);
    }
  }

  private boolean begins(List<PdfLine> paragraph, PdfLine line, float margin) {
    PdfLine last = paragraph.get(paragraph.size() - 1);
    if (Math.abs(last.size() - line.size()) > SIZE_TOLERANCE || last.listing() != line.listing()) {
      return true;
    }
    float gap = line.baseline() - last.baseline();
    if (line.listing() || isHeading(line)) {
      return gap < 0 || gap > 2 * Math.max(pitch, line.size());
    }
    if (gap < 0) {
      return !continues(last.text(), line.text());
    }
    boolean lastIsShort = last.right() < margin - SHORT_LINE * (margin - last.left());
    boolean indented = line.left() > last.left() + line.size();
    return gap > PARAGRAPH_GAP * pitch
        || BULLET.matcher(line.text()).matches()
        || (last.ends() && (lastIsShort || indented));
  }

  private void add(List<PdfLine> lines, boolean firstOfPage) {
    PdfLine first = lines.get(0);
    if (first.listing()) {
      String text = String.join("\n", lines.stream().map(PdfLine::text).toList());
      blocks.add(Block.of(Block.Kind.CODE, text, first.page()));
      return;
    }
    String text = "";
    for (PdfLine line : lines) {
      text = LineJoin.join(text, line.text());
    }
    if (isHeading(first)) {
      int level = Math.min(headingSizes.indexOf(first.size()) + 1, DEEPEST_LEVEL);
      blocks.add(Block.heading(level, text, first.page()));
    } else if (!firstOfPage || !continuesLastPage(text)) {
      boolean item = BULLET.matcher(text).matches();
      blocks.add(
          item
              ? Block.of(Block.Kind.ITEM, text.substring(2).strip(), first.page())
              : Block.of(Block.Kind.PARAGRAPH, text, first.page()));
    }
  }

  /** A paragraph that goes on over the page is one block. */
  private boolean continuesLastPage(String text) {
    if (blocks.isEmpty()) {
      return false;
    }
    Block last = blocks.get(blocks.size() - 1);
    boolean prose = last.kind() == Block.Kind.PARAGRAPH || last.kind() == Block.Kind.ITEM;
    if (!prose || last.turnsAt() < last.text().length() || !continues(last.text(), text)) {
      return false;
    }
    String joined = LineJoin.join(last.text(), text);
    int turn = joined.length() - text.length();
    blocks.set(blocks.size() - 1, new Block(last.kind(), last.level(), joined, last.page(), turn));
    return true;
  }

  private static boolean continues(String before, String after) {
    char end = before.charAt(before.length() - 1);
    return ".!?:;".indexOf(end) < 0 && Character.isLowerCase(after.codePointAt(0));
  }

  private boolean isHeading(PdfLine line) {
    return line.size() >= bodySize * HEADING_FACTOR;
  }

  private Stream<PdfLine> lines() {
    return pages.stream().flatMap(List::stream);
  }

  private float commonSize() {
    Map<Float, Integer> characters = new HashMap<>();
    lines().forEach(line -> characters.merge(line.size(), line.text().length(), Integer::sum));
    return characters.entrySet().stream()
        .max(Map.Entry.<Float, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(0f);
  }

  /** Median distance of neighbouring lines in body size. */
  private float commonPitch() {
    List<Float> gaps = new ArrayList<>();
    for (List<PdfLine> lines : pages) {
      for (int i = 1; i < lines.size(); i++) {
        float gap = lines.get(i).baseline() - lines.get(i - 1).baseline();
        if (gap > 0 && lines.get(i).size() == bodySize && lines.get(i - 1).size() == bodySize) {
          gaps.add(gap);
        }
      }
    }
    gaps.sort(null);
    return gaps.isEmpty() ? bodySize : gaps.get(gaps.size() / 2);
  }
}
