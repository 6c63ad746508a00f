package io.quaestor.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Plain text: paragraphs between blank lines. */
final class TextParser {
  private static final Pattern BLANK_LINES = Pattern.compile("\\R[\\t\\f \\u00A0]*\\R\\s*|\\f");

  private TextParser() {}

  static ParsedDocument parse(byte[] bytes) throws Unreadable {
    List<Block> blocks =
        Arrays.stream(BLANK_LINES.split(Decoder.decode(bytes, null)))
            .map(Texts::line)
            .filter(text -> !text.isEmpty())
            .map(text -> Block.of(Block.Kind.PARAGRAPH, text, null))
            .toList();
    return new ParsedDocument(null, blocks, null);
  }
}
