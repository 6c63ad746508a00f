package io.quaestor.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.review.TextDifference.Piece;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TestTextDifference {

  @Test
  void wordsThatTheOtherTextLacksAreMarkedOnBothSides() {
    TextDifference.Sides sides = TextDifference.of("le train part tôt", "le train de nuit part");
    assertEquals("le train part[ tôt]", marked(sides.before()));
    assertEquals("le train[ de nuit] part", marked(sides.after()));
  }

  @Test
  void bothTextsComeBackWholeWhateverTheyHold() {
    String hostile = "<b>\u202e  x\n\n" + "y".repeat(10_000) + "  ";
    for (List<String> pair :
        List.of(
            List.of("", ""), List.of(hostile, "a"), List.of("a", hostile), List.of(" ", "x "))) {
      TextDifference.Sides sides = TextDifference.of(pair.get(0), pair.get(1));
      assertEquals(pair.get(0), plain(sides.before()));
      assertEquals(pair.get(1), plain(sides.after()));
    }
    assertEquals(List.of(), TextDifference.of(null, null).before());
  }

  @Test
  void textsTooLongToCompareDifferAsAWhole() {
    String words = "mot ".repeat(5_000);
    TextDifference.Sides sides = TextDifference.of(words, words + "de plus");
    assertEquals(1, sides.before().size());
    assertTrue(sides.before().get(0).differs());
  }

  private static String plain(List<Piece> pieces) {
    return pieces.stream().map(Piece::text).collect(Collectors.joining());
  }

  private static String marked(List<Piece> pieces) {
    return pieces.stream()
        .map(piece -> piece.differs() ? "[" + piece.text() + "]" : piece.text())
        .collect(Collectors.joining());
  }
}
