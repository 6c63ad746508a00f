package io.quaestor.corpus;

import java.util.Locale;
import org.jsoup.nodes.Element;

/** The links and media among the elements of HTML. */
final class HtmlMentions {
  private static final String SRC = "src";

  private HtmlMentions() {}

  /** Adds what the element itself offers, if anything. */
  static void add(Element element, Mentions to) {
    String title = element.attr("title");
    switch (element.normalName()) {
      case "a" -> to.add(ResourceKind.LINK, element.attr("href"), title, label(element));
      case "img" -> to.add(ResourceKind.IMAGE, element.attr(SRC), title, element.attr("alt"));
      case "audio" -> to.add(ResourceKind.AUDIO, element.attr(SRC), title, null);
      case "video" -> to.add(ResourceKind.VIDEO, element.attr(SRC), title, null);
      case "source" -> to.add(source(element), element.attr(SRC), title, null);
      case "iframe", "embed" -> to.add(ResourceKind.EMBED, element.attr(SRC), title, null);
      case "object" -> to.add(ResourceKind.EMBED, element.attr("data"), title, null);
      default -> {}
    }
  }

  private static String label(Element link) {
    String text = link.text();
    return text.isBlank() ? link.attr("aria-label") : text;
  }

  /** By what holds it, else by the type it declares, else a link that its extension tells. */
  private static ResourceKind source(Element source) {
    String type = source.attr("type").toLowerCase(Locale.ROOT);
    if (source.closest("audio") != null || type.startsWith("audio/")) {
      return ResourceKind.AUDIO;
    }
    return source.closest("video") != null || type.startsWith("video/")
        ? ResourceKind.VIDEO
        : ResourceKind.LINK;
  }
}
