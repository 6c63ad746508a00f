package io.quaestor.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Records keep their lines, wherever the parts begin in which a file is read. */
class TestBlockStarts {
  private static final Quoting COMMA = new Quoting(',');
  private static final List<String> LINES =
      List.of(
          "id,stem",
          "1,\"one",
          "",
          "goes on \"\"so\"\",",
          "and ends\"",
          "",
          "2,5\" wide",
          "3,\"a,b\"",
          "4,\"\"\"\"");

  @Test
  void aQuoteOpensAFieldOnlyAtItsBeginning() {
    assertTrue(COMMA.endsInside("1,\"one", false));
    assertFalse(COMMA.endsInside("2,5\" wide", false));
    assertFalse(COMMA.endsInside("3,\"a,\"\"b\"\"\"", false));
    assertTrue(COMMA.endsInside("goes on \"\"so\"\",", true));
    assertFalse(COMMA.endsInside("and ends\"", true));
    assertTrue(COMMA.endsInside("ends\",\"begins", true));
    assertFalse(Quoting.NONE.endsInside("\"", false));
    assertTrue(new Quoting(';').endsInside("a;\"b", false));
  }

  @Test
  void everyWayToCutAFileInTwoOrThreeGivesTheSameRecords() {
    List<String> whole = records(LINES.size(), LINES.size());
    assertEquals(
        List.of(
            "1 id,stem",
            "2 1,\"one\n\ngoes on \"\"so\"\",\nand ends\"",
            "6 ",
            "7 2,5\" wide",
            "8 3,\"a,b\"",
            "9 4,\"\"\"\""),
        whole);
    for (int first = 1; first < LINES.size(); first++) {
      for (int second = first; second < LINES.size(); second++) {
        assertEquals(whole, records(first, second), "cut after " + first + " and " + second);
      }
    }
  }

  /** The records with their numbers when three parts are read apart from each other. */
  private static List<String> records(int first, int second) {
    List<List<TextLine>> parts =
        List.of(part(0, first), part(first, second), part(second, LINES.size()));
    List<Block> blocks = new ArrayList<>();
    for (List<TextLine> part : parts) {
      if (!part.isEmpty()) {
        Block block = Block.empty(part.get(0));
        for (TextLine line : part) {
          block = block.and(line.text(), COMMA);
        }
        blocks.add(block);
      }
    }
    BlockStarts starts = new BlockStarts(blocks);
    TreeMap<Long, String> records = new TreeMap<>();
    for (List<TextLine> part : parts) {
      Iterator<Piece> pieces = new CutRecords(COMMA, starts).call(part.iterator());
      pieces.forEachRemaining(
          piece -> records.merge(piece.number(), piece.text(), (a, b) -> a + "\n" + b));
    }
    return records.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
  }

  private static List<TextLine> part(int from, int to) {
    return LINES.subList(from, to).stream().map(text -> new TextLine("file", from, text)).toList();
  }

  @Test
  void filesHaveLinesOfTheirOwnAndAQuoteLeftOpenTakesInNoMoreThanItShould() {
    List<TextLine> lines = new ArrayList<>();
    lines.add(new TextLine("a", 0, "1,\"open"));
    for (int i = 0; i < Piece.MOST_LINES + 5; i++) {
      lines.add(new TextLine("a", 0, "x"));
    }
    lines.add(new TextLine("b", 0, "1,closed"));
    Block open = Block.empty(lines.get(0));
    for (TextLine line : lines.subList(0, lines.size() - 1)) {
      open = open.and(line.text(), COMMA);
    }
    Block closed = Block.empty(lines.get(lines.size() - 1)).and("1,closed", COMMA);
    BlockStarts starts = new BlockStarts(Arrays.asList(closed, open));
    List<Piece> pieces = new ArrayList<>();
    new CutRecords(COMMA, starts).call(lines.iterator()).forEachRemaining(pieces::add);
    assertEquals(2, pieces.size());
    assertEquals(Piece.MOST_LINES + 6, pieces.get(0).lines());
    assertTrue(pieces.get(0).text().length() < 2 * Piece.MOST_LINES + 10);
    assertEquals(
        "b 1 1,closed",
        "%s %d %s".formatted(pieces.get(1).file(), pieces.get(1).number(), pieces.get(1).text()));
    assertFalse(starts.anyOpen());
  }
}
