package io.quaestor.corpus;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** HTML: the main content without navigation, scripts and chrome. */
final class HtmlParser {
  private static final int DECLARATION_BYTES = 4096;
  private static final Pattern DECLARED =
      Pattern.compile(
          "(?i)<(?:meta[^>]+charset|\\?xml[^>]+encoding)\\s*=\\s*[\"']?\\s*([\\w.:-]+)");

  private HtmlParser() {}

  static ParsedDocument parse(byte[] bytes) throws Unreadable {
    Document page = Jsoup.parse(Decoder.decode(bytes, declared(bytes)));
    String title = Texts.line(page.title());
    HtmlBlocks.Content content = HtmlBlocks.of(HtmlChrome.content(page));
    if (content.blocks().isEmpty()) {
      throw new Unreadable("empty", "no text outside navigation and scripts");
    }
    return new ParsedDocument(
        title.isEmpty() ? null : title, content.blocks(), null, content.mentions());
  }

  /** What a piece of HTML inside another format holds. */
  static HtmlBlocks.Content fragment(String html) {
    return HtmlBlocks.of(HtmlChrome.content(Jsoup.parseBodyFragment(html)));
  }

  private static Charset declared(byte[] bytes) throws Unreadable {
    int length = Math.min(bytes.length, DECLARATION_BYTES);
    Matcher found = DECLARED.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    if (!found.find()) {
      return null;
    }
    try {
      Charset charset = Charset.forName(found.group(1));
      // As browsers do: what calls itself Latin-1 or ASCII is windows-1252.
      return charset.equals(StandardCharsets.ISO_8859_1)
              || charset.equals(StandardCharsets.US_ASCII)
          ? Charset.forName("windows-1252")
          : charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new Unreadable(Decoder.WRONG_ENCODING, "declares unknown encoding " + found.group(1));
    }
  }
}
