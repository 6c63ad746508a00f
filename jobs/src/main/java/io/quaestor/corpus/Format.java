package io.quaestor.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats that can be ingested, told by file extension. */
enum Format {
  MARKDOWN(List.of("md", "markdown"), MarkdownParser::parse),
  TEXT(List.of("txt"), TextParser::parse),
  HTML(List.of("html", "htm", "xhtml"), HtmlParser::parse),
  PDF(List.of("pdf"), PdfParser::parse),
  DOCX(List.of("docx"), DocxParser::parse);

  /** Reads the bytes of one file. */
  @FunctionalInterface
  interface Parser {
    ParsedDocument parse(byte[] bytes) throws Unreadable;
  }

  private final List<String> extensions;
  private final Parser parser;

  Format(List<String> extensions, Parser parser) {
    this.extensions = extensions;
    this.parser = parser;
  }

  /** The format of a file name, empty when it is none of these. */
  static Optional<Format> of(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String extension = fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> dot > 0 && format.extensions.contains(extension))
        .findFirst();
  }

  /** All extensions, as shown to people. */
  static String supported() {
    return Arrays.stream(values())
        .flatMap(format -> format.extensions.stream())
        .collect(Collectors.joining(", "));
  }

  /** Name in the table {@code documents}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a file.
   *
   * @throws Unreadable with a reason when there is no text to be had from it
   */
  ParsedDocument parse(byte[] bytes) throws Unreadable {
    ParsedDocument document = parser.parse(bytes);
    if (!document.hasBody()) {
      throw new Unreadable("empty", "no text outside headings");
    }
    return document;
  }
}
