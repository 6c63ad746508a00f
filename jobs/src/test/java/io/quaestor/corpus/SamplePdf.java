package io.quaestor.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/**
 * Typesets text whose headings begin with {@code #}, with a running head and page numbers.
 *
 * <p>Its {@code main} writes the sample corpus' PDF: run it with the target file when {@code
 * corpus/le-present.txt} changes.
 */
final class SamplePdf implements AutoCloseable {
  private static final float MARGIN = 64;
  private static final float BODY = 11;
  private static final PDFont FONT = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

  private final PDDocument document = new PDDocument();
  private PDPageContentStream page;
  private float y;

  public static void main(String[] arguments) throws IOException {
    try (SamplePdf pdf = of(source())) {
      pdf.document.save(Path.of(arguments[0]).toFile());
    }
  }

  static String source() throws IOException {
    try (InputStream in = SamplePdf.class.getResourceAsStream("/corpus/le-present.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static SamplePdf of(String source) throws IOException {
    SamplePdf pdf = new SamplePdf();
    pdf.document.setDocumentId(1L);
    pdf.newPage();
    for (String line : source.lines().toList()) {
      int level = line.startsWith("## ") ? 2 : line.startsWith("# ") ? 1 : 0;
      float size = level == 0 ? BODY : level == 1 ? 20 : 15;
      pdf.paragraph(level == 0 ? line : line.substring(level + 1), size);
    }
    pdf.page.close();
    return pdf;
  }

  PDDocument document() {
    return document;
  }

  @Override
  public void close() throws IOException {
    document.close();
  }

  private void paragraph(String text, float size) throws IOException {
    for (String line : wrap(text, size)) {
      if (y < MARGIN + size) {
        newPage();
      }
      write(line, size, MARGIN, y);
      y -= size * 1.35f;
    }
    y -= size * 0.8f;
  }

  private List<String> wrap(String text, float size) throws IOException {
    float width = PDRectangle.A4.getWidth() - 2 * MARGIN;
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (FONT.getStringWidth(longer) / 1000 * size > width) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(line);
    return lines;
  }

  private void newPage() throws IOException {
    if (page != null) {
      page.close();
    }
    PDPage sheet = new PDPage(PDRectangle.A4);
    document.addPage(sheet);
    page = new PDPageContentStream(document, sheet);
    write("Cours de français", 9, MARGIN, PDRectangle.A4.getHeight() - 40);
    write(String.valueOf(document.getNumberOfPages()), 9, PDRectangle.A4.getWidth() / 2, 36);
    y = PDRectangle.A4.getHeight() - MARGIN - BODY;
  }

  private void write(String text, float size, float x, float baseline) throws IOException {
    page.beginText();
    page.setFont(FONT, size);
    page.newLineAtOffset(x, baseline);
    page.showText(text);
    page.endText();
  }
}
