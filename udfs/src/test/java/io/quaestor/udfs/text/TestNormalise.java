package io.quaestor.udfs.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.quaestor.udfs.RandomText;
import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestNormalise {

  @Test
  void caseWhiteSpaceAndOuterPunctuationDoNotCount() {
    assertEquals("le chat", Normalise.text("  « Le\u00A0\u202FCHAT\n. » "));
    assertEquals("qu'est-ce que c'est", Normalise.text("Qu’est–ce que c´est\u00A0?"));
    assertEquals("chat", Normalise.text("**chat**"));
    assertEquals("chat", Normalise.text("(Chat)"));
  }

  @Test
  void accentsAndInnerPunctuationCount() {
    assertNotEquals(Normalise.text("a"), Normalise.text("à"));
    assertNotEquals(Normalise.text("porte-monnaie"), Normalise.text("porte monnaie"));
  }

  @Test
  void foldedTextKeepsItsPunctuation() {
    assertEquals("\"le chat.\"", Normalise.folded("“Le chat.”"));
  }

  @Test
  void compatibilityFormsAreComposed() {
    assertEquals("fin de l'été", Normalise.text("ﬁn de l’e\u0301te\u0301"));
    assertEquals("10", Normalise.text("１０"));
    assertEquals("\uAC01", Normalise.text("\u1100\u1161\u11A8"));
  }

  @Test
  void caseFoldingKnowsSharpSAndSigma() {
    assertEquals(Normalise.text("STRASSE"), Normalise.text("straße"));
    assertEquals(Normalise.text("STRAẞE"), Normalise.text("strasse"));
    assertEquals(Normalise.text("ΟΔΟΣ"), Normalise.text("οδος"));
  }

  @Test
  void invisibleCharactersAreDropped() {
    assertEquals("exemple", Normalise.text("\uFEFFexem\u00ADp\u200Ble"));
    assertEquals("", Normalise.text(" \u200B\u00A0\u2060 "));
    assertEquals("", Normalise.text(null));
  }

  @Test
  void numbersAndIntervalsKeepWhatMakesThemDifferent() {
    assertEquals("-5", Normalise.text("−5."));
    assertEquals("5", Normalise.text("5."));
    assertEquals(".5", Normalise.text(".5"));
    assertEquals("50%", Normalise.text("50 %".replace(" ", "")));
    assertNotEquals(Normalise.text("[0;1]"), Normalise.text("]0;1["));
    assertNotEquals(Normalise.text("[-1;1]"), Normalise.text("(-1;1)"));
    assertNotEquals(Normalise.text("]a;b["), Normalise.text("[a;b]"));
    assertNotEquals(Normalise.text("30′"), Normalise.text("30″"));
  }

  @Test
  void punctuationAloneStays() {
    assertEquals("?", Normalise.text(" ? "));
    assertNotEquals(Normalise.text(";"), Normalise.text(","));
  }

  @Test
  void everyCodePointIsFoldedOnceAndForAll() {
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(Character::isDefined)
        .mapToObj(codePoint -> Normalise.folded("a" + Character.toString(codePoint) + "b"))
        .forEach(once -> assertEquals(once, Normalise.folded(once)));
  }

  @Test
  void blankIsWhatFoldsToNothing() {
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .mapToObj(Character::toString)
        .filter(Normalise::isBlank)
        .forEach(text -> assertEquals("", Normalise.folded(text)));
    RandomText texts = new RandomText(new SplittableRandom(9));
    for (int i = 0; i < 20_000; i++) {
      String text = texts.next(2);
      assertEquals(Normalise.folded(text).isEmpty(), Normalise.isBlank(text));
    }
  }

  @Test
  void commonCharactersTakeNoShortCutToAnotherResult() {
    for (char unit = 0; unit < Character.MAX_VALUE; unit++) {
      int common = Pieces.foldCommon(unit);
      if (common >= 0) {
        assertEquals(Pieces.fold(String.valueOf(unit)), Character.toString(common));
      }
    }
  }

  @Test
  void normalisingTwiceChangesNothing() {
    RandomText texts = new RandomText(new SplittableRandom(1));
    for (int i = 0; i < 20_000; i++) {
      String text = texts.next(30);
      String once = Normalise.text(text);
      assertEquals(once, Normalise.text(once), () -> escaped(text));
    }
  }

  @Test
  void theDefaultLocaleDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertEquals("titre", Normalise.text("TITRE"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void hostileMegabytesAreFoldedInLinearTime() {
    for (String unit : new String[] {"\u0301\u0323", "(", "\u1161"}) {
      String text = unit.repeat(1_000_000 / unit.length());
      assertTimeout(Duration.ofSeconds(30), () -> Normalise.text(text));
    }
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(unit -> out.append("\\u%04X".formatted(unit)));
    return out.toString();
  }
}
