package io.quaestor.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Plain text: paragraphs between blank lines. */
final class TextParser {
  private static final Pattern BLANK_LINES = Pattern.compile("\n[\\t \\u00A0]*\n\\s*|\\f");

  private TextParser() {}

  static ParsedDocument parse(byte[] bytes) throws Unreadable {
    String text = Decoder.decode(bytes, null).replaceAll("\\R", "\n");
    List<Block> blocks =
        Arrays.stream(BLANK_LINES.split(text))
            .map(Texts::line)
            .filter(line -> !line.isEmpty())
            .map(line -> Block.of(Block.Kind.PARAGRAPH, line, null))
            .toList();
    return new ParsedDocument(null, blocks, null);
  }
}
