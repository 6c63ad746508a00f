package io.quaestor.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Walks an element and cuts its text where its blocks begin and end. */
final class HtmlBlocks implements NodeVisitor {
  private static final Set<String> ITEMS = Set.of("li", "dt", "dd");
  private static final char CELL_END = '\0';
  private static final String LAYOUT =
      "table, h1, h2, h3, h4, h5, h6, ul, ol, pre, p + p, div + div";

  private final List<Block> blocks = new ArrayList<>();
  private final Mentions mentions = new Mentions();
  private final StringBuilder text = new StringBuilder();
  private Element row;
  private Element listing;

  private HtmlBlocks() {}

  /** The text of an element in blocks, and the links and media in it. */
  record Content(List<Block> blocks, List<Mention> mentions) {}

  static Content of(Element content) {
    HtmlBlocks walk = new HtmlBlocks();
    NodeTraversor.traverse(walk, content);
    walk.close(content);
    return new Content(walk.blocks, walk.mentions.list());
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      text.append(words.getWholeText());
    } else if (node instanceof Element element) {
      begin(element);
      HtmlMentions.add(element, mentions);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element && element.isBlock()) {
      end(element);
    }
  }

  private void begin(Element element) {
    if (element.nameIs("br")) {
      text.append(listing == null ? ' ' : '\n');
    } else if (listing != null || !element.isBlock()) {
      return;
    } else if (row != null) {
      text.append(' ');
    } else {
      flush(element.parent());
      open(element);
    }
  }

  private void open(Element element) {
    if (element.nameIs("pre")) {
      listing = element;
    } else if (element.nameIs("tr") && element.selectFirst(LAYOUT) == null) {
      row = element;
    }
  }

  private void end(Element element) {
    if (element.equals(listing) || element.equals(row)) {
      close(element);
      listing = null;
      row = null;
    } else if (row != null) {
      boolean cell = element.nameIs("td") || element.nameIs("th");
      text.append(cell ? CELL_END : ' ');
    } else if (listing == null) {
      close(element);
    }
  }

  /** Ends an element; media that stand alone in it go with the text before them. */
  private void close(Element element) {
    flush(element);
    mentions.place(blocks.size() - 1);
  }

  private void flush(Element owner) {
    String raw = text.toString();
    String clean = listing != null ? Texts.lines(raw) : row != null ? cells(raw) : Texts.line(raw);
    text.setLength(0);
    if (clean.isEmpty()) {
      return;
    }
    mentions.place(blocks.size());
    blocks.add(block(owner, clean));
  }

  private static String cells(String raw) {
    return Rows.join(Arrays.stream(raw.split(String.valueOf(CELL_END))).map(Texts::line).toList());
  }

  private Block block(Element owner, String clean) {
    if (listing != null) {
      return Block.of(Block.Kind.CODE, clean, null);
    }
    if (row != null) {
      return Block.of(Block.Kind.ROW, clean, null);
    }
    for (Element at = owner; at != null; at = at.parent()) {
      if (at.tagName().matches("h[1-6]")) {
        return Block.heading(at.tagName().charAt(1) - '0', clean, null);
      }
      if (ITEMS.contains(at.tagName())) {
        return Block.of(Block.Kind.ITEM, clean, null);
      }
    }
    return Block.of(Block.Kind.PARAGRAPH, clean, null);
  }
}
