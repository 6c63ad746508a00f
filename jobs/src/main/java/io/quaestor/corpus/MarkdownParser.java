package io.quaestor.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;

/** Markdown (CommonMark with GitHub's tables): the text without its markup. */
final class MarkdownParser extends AbstractVisitor {
  private static final int DEEPEST_NESTING = 100;
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .maxOpenBlockParsers(DEEPEST_NESTING)
          .build();
  private static final Pattern FRONT_MATTER =
      Pattern.compile(
          "\\A\\uFEFF?---[ \\t]*\\R(.*?)\\R(?:---|\\.\\.\\.)[ \\t]*(?:\\R|\\z)", Pattern.DOTALL);
  private static final Pattern FRONT_TITLE =
      Pattern.compile("(?m)^title:[ \\t]*[\"']?(.+?)[\"']?[ \\t]*$");

  private final List<Block> blocks = new ArrayList<>();
  private final Mentions mentions = new Mentions();
  private final StringBuilder inline = new StringBuilder();

  private MarkdownParser() {}

  static ParsedDocument parse(byte[] bytes) throws Unreadable {
    String source = Decoder.decode(bytes, null);
    String title = null;
    Matcher front = FRONT_MATTER.matcher(source);
    if (front.find()) {
      Matcher named = FRONT_TITLE.matcher(front.group(1));
      title = named.find() ? Texts.line(named.group(1)) : null;
      source = source.substring(front.end());
    }
    MarkdownParser visitor = new MarkdownParser();
    PARSER.parse(source).accept(visitor);
    return new ParsedDocument(title, visitor.blocks, null, visitor.mentions.list());
  }

  /** The blocks of a piece of Markdown that stands for a page. */
  static List<Block> blocks(String source, int page) {
    MarkdownParser visitor = new MarkdownParser();
    PARSER.parse(source).accept(visitor);
    return visitor.blocks.stream().map(block -> block.on(page)).toList();
  }

  @Override
  public void visit(Heading heading) {
    add(Block.heading(heading.getLevel(), textOf(heading), null));
  }

  @Override
  public void visit(Paragraph paragraph) {
    boolean item = paragraph.getParent() instanceof ListItem;
    add(item ? Block.Kind.ITEM : Block.Kind.PARAGRAPH, textOf(paragraph));
  }

  @Override
  public void visit(FencedCodeBlock code) {
    add(Block.Kind.CODE, Texts.lines(code.getLiteral()));
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    add(Block.Kind.CODE, Texts.lines(code.getLiteral()));
  }

  @Override
  public void visit(HtmlBlock html) {
    HtmlBlocks.Content content = HtmlParser.fragment(html.getLiteral());
    mentions.addAll(content, blocks.size());
    blocks.addAll(content.blocks());
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof TableBlock) {
      visitChildren(block);
    }
  }

  @Override
  public void visit(CustomNode node) {
    if (node instanceof TableRow row) {
      add(Block.Kind.ROW, row(row));
    } else {
      visitChildren(node);
    }
  }

  @Override
  public void visit(Text text) {
    inline.append(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    inline.append(code.getLiteral());
  }

  @Override
  public void visit(HtmlInline html) {
    if (html.getLiteral().regionMatches(true, 0, "<br", 0, 3)) {
      inline.append(' ');
    } else {
      Jsoup.parseBodyFragment(html.getLiteral())
          .body()
          .children()
          .forEach(element -> HtmlMentions.add(element, mentions));
    }
  }

  @Override
  public void visit(Link link) {
    int start = inline.length();
    visitChildren(link);
    mentions.add(
        ResourceKind.LINK, link.getDestination(), link.getTitle(), inline.substring(start));
  }

  /** Its description is not part of the text. */
  @Override
  public void visit(Image image) {
    int start = inline.length();
    visitChildren(image);
    mentions.add(
        ResourceKind.IMAGE, image.getDestination(), image.getTitle(), inline.substring(start));
    inline.setLength(start);
  }

  @Override
  public void visit(SoftLineBreak lineBreak) {
    inline.append(' ');
  }

  @Override
  public void visit(HardLineBreak lineBreak) {
    inline.append(' ');
  }

  private String row(TableRow row) {
    List<String> cells = new ArrayList<>();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      if (cell instanceof TableCell) {
        cells.add(textOf(cell));
      }
    }
    return Rows.join(cells);
  }

  private String textOf(Node parent) {
    inline.setLength(0);
    visitChildren(parent);
    return Texts.line(inline.toString());
  }

  private void add(Block.Kind kind, String text) {
    add(Block.of(kind, text, null));
  }

  private void add(Block block) {
    if (block.text().isEmpty()) {
      mentions.place(blocks.size() - 1);
    } else {
      mentions.place(blocks.size());
      blocks.add(block);
    }
  }
}
