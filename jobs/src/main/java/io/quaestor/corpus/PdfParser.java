package io.quaestor.corpus;

import io.quaestor.udfs.text.Hashes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
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
    return parse(bytes, new TreeMap<>());
  }

  /**
   * Reads a file.
   *
   * @param converted page number to the Markdown to read in place of the page
   */
  static ParsedDocument parse(byte[] bytes, SortedMap<Integer, String> converted)
      throws Unreadable {
    Map<Integer, List<Block>> blocks = new HashMap<>();
    converted.forEach((page, source) -> blocks.put(page, MarkdownParser.blocks(source, page)));
    return read(
        bytes,
        (title, pages) ->
            new ParsedDocument(title, new PdfBlocks(pages, blocks).blocks(), pages.size()));
  }

  /** The lines of each page, for a model to set. */
  static List<RawPage> pages(byte[] bytes, SourceFile file, String sha256) throws Unreadable {
    List<String> texts =
        read(bytes, (title, pages) -> pages.stream().map(PdfParser::text).toList());
    String language = Language.of(String.join("\n", texts));
    List<RawPage> pages = new ArrayList<>();
    for (String text : texts) {
      int page = pages.size() + 1;
      String id = Hashes.id("pag", file.sourceUri(), sha256, String.valueOf(page));
      pages.add(new RawPage(id, file.sourceUri(), file.path(), sha256, page, language, text));
    }
    return pages;
  }

  /** Without running heads; {@code use} gets the title and the lines of each page. */
  private static <T> T read(byte[] bytes, BiFunction<String, List<List<PdfLine>>, T> use)
      throws Unreadable {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      List<List<PdfLine>> pages = PdfLines.of(document);
      if (pages.stream().allMatch(List::isEmpty)) {
        throw new Unreadable(
            "no_text", "%d pages without text, scanned perhaps".formatted(pages.size()));
      }
      return use.apply(title(document), PdfChrome.without(pages));
    } catch (InvalidPasswordException e) {
      throw new Unreadable("password", "the file opens with a password only");
    } catch (IOException | RuntimeException e) {
      throw new Unreadable("corrupt_pdf", e);
    }
  }

  private static String text(List<PdfLine> lines) {
    return String.join("\n", lines.stream().map(PdfLine::text).toList());
  }

  private static String title(PDDocument document) {
    String title = document.getDocumentInformation().getTitle();
    String clean = title == null ? "" : Texts.line(title);
    return clean.isEmpty() || NOT_A_TITLE.matcher(clean).matches() ? null : clean;
  }
}
