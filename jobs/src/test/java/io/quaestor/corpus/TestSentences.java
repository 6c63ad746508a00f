package io.quaestor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TestSentences {

  @Test
  void sentencesEndAtFullStopsQuestionsAndExclamations() {
    assertSplit("Il dort. Elle lit ! Où vas-tu ? Je reste…", 4);
  }

  @Test
  void frenchAbbreviationsEndNoSentence() {
    assertSplit("M. Dupont parle à Mme. Durand, p. ex. le lundi. Il sort.", 2);
    assertSplit("Voir p. 12 et fig. 3 du livre de J. Martin. C'est clair.", 2);
    assertSplit("Il naquit en 44 av. J.-C. Cela est sûr.", 1);
    assertSplit("César mourut en 44 av. J.-C. Il avait 55 ans.", 2);
  }

  @Test
  void aSingleLetterBeforeACommonWordEndsASentence() {
    assertSplit("Les oranges donnent de la vitamine C. Elle est utile.", 2);
  }

  @Test
  void decimalsListNumbersAndEllipsesEndNoSentence() {
    assertSplit("Pi vaut 3.14 environ. Il est irrationnel.", 2);
    assertSplit("1. Le chat dort... et il rêve.", 1);
    assertSplit("En 1990. Il partit.", 2);
  }

  @Test
  void shortQuotationsStayWhole() {
    assertSplit("Elle demande : « Tu viens ? Il est tard. » Puis elle sort.", 2);
    assertSplit("Il répond « Bonjour ! » et il sourit. Elle part.", 2);
    assertSplit("The rule (Look it up. It is short.) holds. It works.", 2);
  }

  @Test
  void englishAbbreviationsAreKnown() {
    assertSplit("Use salt, e.g. Sea salt. Dr. Who and Mr. Bean agree.", 2);
  }

  @Test
  void aLongRunWithoutAnEndIsCutAtWhiteSpace() {
    String text = "mot ".repeat(100_000);
    List<Sentences.Range> ranges = Sentences.of(text);
    assertTrue(ranges.size() >= 200, "ranges: " + ranges.size());
    for (Sentences.Range range : ranges) {
      assertTrue(range.end() - range.start() <= Sentences.LONGEST);
      assertEquals("mot", text.substring(range.start(), range.start() + 3));
    }
  }

  @Test
  void noSurrogatePairIsTornApart() {
    String text = "😀".repeat(5_000);
    for (Sentences.Range range : Sentences.of(text)) {
      assertEquals(0, (range.end() - range.start()) % 2);
    }
  }

  private static void assertSplit(String text, int sentences) {
    List<String> parts =
        Sentences.of(text).stream().map(at -> text.substring(at.start(), at.end())).toList();
    assertEquals(sentences, parts.size(), parts.toString());
    assertEquals(text, String.join(" ", parts));
  }
}
