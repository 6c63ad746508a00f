package io.quaestor.udfs.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class TestWordDifference {

  @Test
  void orderCaseAndPunctuationMakeNoDifference() {
    assertEquals(
        new WordDifference(5, 0, 0),
        WordDifference.of("Le chat dort. L'été", "# l’ÉTÉ\n\n**le** chat : dort"));
  }

  @Test
  void everyOccurrenceCounts() {
    WordDifference difference = WordDifference.of("un deux deux trois", "deux trois trois quatre");
    assertEquals(new WordDifference(4, 2, 2), difference);
    assertEquals(0.5, difference.addedShare());
    assertEquals(0.5, difference.droppedShare());
  }

  @Test
  void nothingBeforeHasNoShares() {
    WordDifference difference = WordDifference.of(null, "un");
    assertEquals(new WordDifference(0, 1, 0), difference);
    assertNull(difference.addedShare());
    assertNull(difference.droppedShare());
  }

  @Test
  void whatOneWayAddsTheOtherDrops() {
    String a = "a b c";
    String b = "b c d e";
    assertEquals(WordDifference.of(a, b).added(), WordDifference.of(b, a).dropped());
  }
}
