package io.quaestor.corpus;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Word documents: headings by style, lists, tables as rows. */
final class DocxParser {
  private static final String CORRUPT = "corrupt_docx";
  private static final Pattern HEADING_STYLE = Pattern.compile("(?i)(?:heading|titre) ?([1-6])");

  private final List<Block> blocks = new ArrayList<>();

  private DocxParser() {}

  static ParsedDocument parse(byte[] bytes) throws Unreadable {
    if (FileMagic.valueOf(bytes) == FileMagic.OLE2) {
      throw notZipped(bytes);
    }
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
      DocxParser parser = new DocxParser();
      document.getBodyElements().forEach(parser::element);
      String title = document.getProperties().getCoreProperties().getTitle();
      boolean untitled = title == null || title.isBlank();
      return new ParsedDocument(untitled ? null : Texts.line(title), parser.blocks, null);
    } catch (IOException | RuntimeException e) {
      throw new Unreadable(CORRUPT, e);
    }
  }

  private static Unreadable notZipped(byte[] bytes) {
    try (POIFSFileSystem ole = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      return ole.getRoot().hasEntry("EncryptedPackage")
          ? new Unreadable("password", "the document is encrypted")
          : new Unreadable(CORRUPT, "an old binary Office file, not a .docx");
    } catch (IOException | RuntimeException e) {
      return new Unreadable(CORRUPT, e);
    }
  }

  private void element(IBodyElement element) {
    if (element instanceof XWPFParagraph paragraph) {
      paragraph(paragraph);
    } else if (element instanceof XWPFTable table) {
      table.getRows().forEach(row -> add(Block.Kind.ROW, row(row)));
    } else if (element instanceof XWPFSDT control) {
      control
          .getContent()
          .getText()
          .lines()
          .forEach(line -> add(Block.Kind.PARAGRAPH, Texts.line(line)));
    }
  }

  private void paragraph(XWPFParagraph paragraph) {
    String text = Texts.line(paragraph.getParagraphText());
    int level = level(paragraph);
    if (text.isEmpty()) {
      return;
    }
    if (level > 0) {
      blocks.add(Block.heading(level, text, null));
    } else {
      add(paragraph.getNumID() == null ? Block.Kind.PARAGRAPH : Block.Kind.ITEM, text);
    }
  }

  private static int level(XWPFParagraph paragraph) {
    String id = paragraph.getStyleID();
    if (id == null) {
      return 0;
    }
    var styles = paragraph.getDocument().getStyles();
    var style = styles == null ? null : styles.getStyle(id);
    String name = style == null || style.getName() == null ? id : style.getName();
    if (name.equalsIgnoreCase("title") || name.equalsIgnoreCase("titre")) {
      return 1;
    }
    Matcher heading = HEADING_STYLE.matcher(name);
    return heading.matches() ? heading.group(1).charAt(0) - '0' : 0;
  }

  private static String row(XWPFTableRow row) {
    return Rows.join(
        row.getTableCells().stream().map(XWPFTableCell::getText).map(Texts::line).toList());
  }

  private void add(Block.Kind kind, String text) {
    if (!text.isEmpty()) {
      blocks.add(Block.of(kind, text, null));
    }
  }
}
