package io.quaestor.corpus;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** PDF: text page by page, without running heads, with headings told by their size. */
final class PdfParser {
  /** Titles that word processors leave behind. */
  private static final Pattern NOT_A_TITLE =
      Pattern.compile("(?i)untitled.*|microsoft .*|.*\\.(?:docx?|odt|tex|dvi|indd|qxd|pdf|xml)");

  private PdfParser() {}

  static ParsedDocument parse(byte[] bytes) throws Unreadable {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      List<List<PdfLine>> pages = PdfLines.of(document);
      if (pages.stream().allMatch(List::isEmpty)) {
        throw new Unreadable(
            "no_text", "%d pages without text, scanned perhaps".formatted(pages.size()));
      }
      List<Block> blocks = new PdfBlocks(PdfChrome.without(pages)).blocks();
      return new ParsedDocument(title(document), blocks, pages.size());
    } catch (InvalidPasswordException e) {
      throw new Unreadable("password", "the file opens with a password only");
    } catch (IOException | RuntimeException e) {
      throw new Unreadable("corrupt_pdf", e);
    }
  }

  private static String title(PDDocument document) {
    String title = document.getDocumentInformation().getTitle();
    String clean = title == null ? "" : Texts.line(title);
    return clean.isEmpty() || NOT_A_TITLE.matcher(clean).matches() ? null : clean;
  }
}
