package io.quaestor.corpus;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads the lines of every page in the order the file sets them. */
final class PdfLines extends PDFTextStripper {
  private static final Pattern TYPEWRITER = Pattern.compile("(?i).*(?:mono|courier|consol).*");

  private final List<List<PdfLine>> pages = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<TextPosition> letters = new ArrayList<>();

  /** Justified lines set words closer than PDFBox expects (0.5 and 0.3). */
  private PdfLines() {
    setSpacingTolerance(0.4f);
    setAverageCharTolerance(0.25f);
  }

  /** One list of lines a page. */
  static List<List<PdfLine>> of(PDDocument document) throws IOException {
    PdfLines stripper = new PdfLines();
    for (int i = 0; i < document.getNumberOfPages(); i++) {
      stripper.pages.add(new ArrayList<>());
    }
    stripper.writeText(document, Writer.nullWriter());
    return stripper.pages;
  }

  @Override
  protected void writeString(String word, List<TextPosition> positions) {
    text.append(word);
    letters.addAll(positions);
  }

  @Override
  protected void writeWordSeparator() {
    text.append(' ');
  }

  @Override
  protected void writeLineSeparator() {
    flush();
  }

  @Override
  protected void writeParagraphEnd() {
    flush();
  }

  @Override
  protected void writePageEnd() {
    flush();
  }

  private void flush() {
    String raw = text.toString();
    List<TextPosition> set = List.copyOf(letters);
    text.setLength(0);
    letters.clear();
    String clean = Texts.line(raw);
    if (clean.isEmpty() || set.isEmpty()) {
      return;
    }
    boolean listing = set.stream().allMatch(PdfLines::isTypewriter);
    TextPosition first = set.get(0);
    TextPosition last = set.get(set.size() - 1);
    pages
        .get(getCurrentPageNo() - 1)
        .add(
            new PdfLine(
                clean,
                getCurrentPageNo(),
                commonSize(set),
                first.getXDirAdj(),
                last.getXDirAdj() + last.getWidthDirAdj(),
                first.getYDirAdj(),
                listing));
  }

  private static boolean isTypewriter(TextPosition letter) {
    String name = letter.getFont().getName();
    return name != null && TYPEWRITER.matcher(name).matches();
  }

  private static float commonSize(List<TextPosition> set) {
    Map<Float, Integer> sizes = new HashMap<>();
    set.forEach(letter -> sizes.merge(halfPoint(letter.getFontSizeInPt()), 1, Integer::sum));
    return sizes.entrySet().stream()
        .max(Map.Entry.<Float, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .orElseThrow()
        .getKey();
  }

  private static float halfPoint(float size) {
    return Math.round(size * 2) / 2f;
  }
}
