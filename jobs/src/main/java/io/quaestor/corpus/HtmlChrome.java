package io.quaestor.corpus;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Finds the main content of a page and takes everything else out. */
final class HtmlChrome {
  private static final String NEVER_CONTENT =
      "script, style, noscript, template, nav, svg, canvas, button, select, input,"
          + " textarea, [hidden], [aria-hidden=true], [role=navigation], [role=search],"
          + " [role=contentinfo], [role=banner]";

  /** What DocBook, Publican, Sphinx, MediaWiki and others call navigation. */
  private static final String NAVIGATION =
      ".nav, .navbar, .navheader, .navfooter, .docnav, .navigation, .toc, .toctree-wrapper,"
          + " .breadcrumb, .breadcrumbs, .sidebar, .sphinxsidebar, .menu, .related, .skip-link,"
          + " #banner, #nav, #navbar, #navigation, #sidebar, #menu, #toc, #footer, .headerlink, .mw-editsection, sup.reference, .cookie-banner, .producttitle";

  private static final String LISTS = "ul, ol, dl";
  private static final int LINKS_OF_NAVIGATION = 4;
  private static final double LINKED_SHARE = 0.8;

  private HtmlChrome() {}

  /** The element that holds the content; its chrome is removed from the page. */
  static Element content(Document page) {
    page.select(NEVER_CONTENT).remove();
    page.select(NAVIGATION).remove();
    page.select("iframe, object").forEach(Element::empty);
    Element content = main(page);
    content.select("footer").remove();
    content.select("header").stream()
        .filter(header -> header.selectFirst("h1") == null && header.closest("article") == null)
        .forEach(Element::remove);
    content.select(LISTS).stream().filter(HtmlChrome::isLinkList).forEach(HtmlChrome::hush);
    return content;
  }

  /** Takes a list of links out of the text; those that lead to other sites stay, without theirs. */
  private static void hush(Element list) {
    Element quiet = new Element("span");
    for (Element link : list.select("a[href~=(?i)^\\s*https?:]")) {
      quiet.appendChild(link.attr("aria-label", link.text()).empty());
    }
    list.replaceWith(quiet);
  }

  private static Element main(Document page) {
    Element main = page.selectFirst("main, [role=main]");
    if (main != null) {
      return main;
    }
    Elements articles = page.select("article");
    return articles.size() == 1 ? articles.first() : page.body();
  }

  private static boolean isLinkList(Element list) {
    Elements links = list.select("a[href]");
    if (links.size() < LINKS_OF_NAVIGATION) {
      return false;
    }
    int linked = links.stream().mapToInt(link -> link.text().length()).sum();
    return linked >= LINKED_SHARE * list.text().length();
  }
}
