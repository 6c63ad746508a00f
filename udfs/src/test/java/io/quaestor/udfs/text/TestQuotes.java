package io.quaestor.udfs.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.udfs.RandomText;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TestQuotes {
  private static final String CHUNK =
      "Leçon 1.  L’été,\u00A0le chat «\u202Fdort\u202F» sur\nle canapé ; la ﬁn vient\u00A0! Le chat";

  @Test
  void anExactQuoteIsFoundWhereItFirstStands() {
    assertEquals(Optional.of(new Found(10, 15)), Quotes.in(CHUNK).find("L’été"));
    assertEquals("Le chat", found("Le chat"));
  }

  @Test
  void afterNormalisationTheChunksOwnWordingIsReturned() {
    assertEquals("L’été,\u00A0le chat", found("l'ÉTÉ, le  chat"));
    assertEquals("«\u202Fdort\u202F» sur\nle canapé", found("\" dort \" sur le canapé"));
    assertEquals("la ﬁn vient\u00A0!", found("la fin vient !"));
  }

  @Test
  void outerPunctuationOfAQuoteIsTheLastThingGivenUp() {
    assertEquals("L’été", found("« l'été »"));
    assertEquals("vient\u00A0!", found("vient !"));
    assertEquals("la ﬁn vient", found("…la fin vient."));
  }

  @Test
  void decomposedAccentsMatchComposedOnes() {
    assertEquals(
        "canape\u0301",
        Quotes.in("un canape\u0301 bleu").find("canapé").get().of("un canape\u0301 bleu"));
  }

  @Test
  void aMatchInsideALigatureCoversIt() {
    assertEquals("ﬁn vient", found("in vient"));
  }

  @Test
  void nothingLooserIsFound() {
    assertEquals(Optional.empty(), Quotes.in(CHUNK).find("L'ete, le chat"));
    assertEquals(Optional.empty(), Quotes.in(CHUNK).find("le chat dort"));
    assertEquals(Optional.empty(), Quotes.in(CHUNK).find("le chat ... canapé"));
  }

  @Test
  void emptyBlankAndInvisibleQuotesAreNeverFound() {
    for (String quote : new String[] {null, "", " ", "\u00A0", "\n", "\u200B"}) {
      assertEquals(Optional.empty(), Quotes.in(CHUNK + "\u200B").find(quote));
      assertEquals(Optional.empty(), Quotes.in(null).find(quote));
    }
  }

  @Test
  void whateverIsCutFromATextIsFoundInItHoweverItIsWritten() {
    SplittableRandom random = new SplittableRandom(2);
    RandomText texts = new RandomText(random);
    for (int i = 0; i < 5_000; i++) {
      String text = texts.next(60);
      String folded = Normalise.folded(text);
      int start = folded.isEmpty() ? 0 : random.nextInt(folded.length());
      String quote = folded.substring(start, start + random.nextInt(folded.length() - start + 1));
      Quotes quotes = Quotes.in(text);
      if (isWhole(folded, start, start + quote.length()) && !Normalise.folded(quote).isEmpty()) {
        String original = quotes.find(quote).orElseThrow().of(text);
        assertTrue(Normalise.folded(original).contains(Normalise.text(quote)));
      }
    }
  }

  /** Whether no character was cut in two: a mark from its letter, a surrogate from its other. */
  private static boolean isWhole(String text, int start, int end) {
    return start < end && isBoundary(text, start) && isBoundary(text, end);
  }

  private static boolean isBoundary(String text, int at) {
    if (at == 0 || at == text.length()) {
      return true;
    }
    return Pieces.end(text, text.offsetByCodePoints(at, -1)) == at
        && !Character.isLowSurrogate(text.charAt(at));
  }

  private static String found(String quote) {
    return Quotes.in(CHUNK).find(quote).orElseThrow().of(CHUNK);
  }
}
