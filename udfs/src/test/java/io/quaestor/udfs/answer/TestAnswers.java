package io.quaestor.udfs.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.udfs.RandomText;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TestAnswers {

  @Test
  void theSameStringIsExact() {
    assertMatch("exact", "Il dort", 1, Answers.match("Il dort", "Il dort", null));
    List<String> variations = List.of("Il sommeille");
    assertMatch(
        "exact", variations.get(0), 1, Answers.match("Il sommeille", "Il dort", variations));
  }

  @Test
  void caseSpacesTypographyAndOuterPunctuationDoNotCount() {
    assertMatch(
        "normalised", "Il dort.", 1, Answers.match(" IL\u00A0 dort !", "Il dort.", List.of()));
    assertMatch("normalised", "l'été", 1, Answers.match("L’e\u0301te\u0301", "l'été", List.of()));
    assertMatch("normalised", "12", 1, Answers.match("« 12 »", "douze", List.of("12")));
  }

  @Test
  void fewSlipsAreFuzzy() {
    assertMatch("fuzzy", "écrit", 0.8, Answers.match("ecrit", "écrit", null));
    assertMatch("fuzzy", "Paris-Est", 1 - 1 / 9.0, Answers.match("paris est", "Paris-Est", null));
    assertMatch("fuzzy", "médicament", 0.8, Answers.match("medicamnet", "médicament", null));
    assertMatch("fuzzy", "allons", 1 - 1 / 6.0, Answers.match("alons", "allons", null));
    String long1 = "la révolution industrielle";
    assertMatch(
        "fuzzy", long1, 1 - 2 / 26.0, Answers.match("la revolution industriele!", long1, null));
  }

  @Test
  void tooManySlipsAreNoMatch() {
    assertNone("écris", "écrit-il", null);
    assertNone("medicamnt", "médicament", null);
    assertNone("ecrti", "écrit", null);
    assertNone("un chat", "un chien", null);
    assertNone("le Soleil", "la Lune", List.of("la lune", "lune"));
  }

  @Test
  void shortAnswersAndNumbersAreNeverFuzzy() {
    assertNone("pars", "part", null);
    assertNone("ete", "été", null);
    assertNone("parts", "part", null);
    assertNone("1789 environ", "1788 environ", null);
    assertNone("100000", "10000", null);
    assertNone("abcde", "abcd5", null);
    assertNone("deux cent", "deux 100", null);
    assertNone("١٢٣٤٥٦", "١٢٣٤٥٧", null);
  }

  @Test
  void whatIsAnotherVariationAsItStandsIsNotASlip() {
    List<String> variations = List.of("dessert");
    assertMatch("normalised", "dessert", 1, Answers.match("DESSERT", "désert", variations));
    assertMatch("fuzzy", "dessert", 1 - 1 / 8.0, Answers.match("desserts", "désert", variations));
  }

  @Test
  void theKeyComesBeforeItsVariations() {
    assertMatch(
        "fuzzy", "maison", 1 - 1 / 6.0, Answers.match("maisan", "maison", List.of("maisin")));
    assertMatch("normalised", "Maison", 1, Answers.match("MAISON", "Maison", List.of("maison")));
  }

  @Test
  void nothingGivenIsNoMatch() {
    assertNone(null, "Il dort", null);
    assertNone("", "Il dort", null);
    assertNone(" \u200B", "Il dort", null);
  }

  @Test
  void withoutAKeyThereIsNothingToSay() {
    for (List<String> none : Arrays.asList(null, List.<String>of(), Arrays.asList(null, " "))) {
      AnswerMatch match = Answers.match("Il dort", " ", none);
      assertNull(match.matched());
      assertNull(match.tier());
      assertNull(match.similarity());
      assertEquals("no_key", match.undefined());
    }
    assertMatch("exact", "Il dort", 1, Answers.match("Il dort", null, List.of("Il dort")));
    assertEquals("no_key", Answers.match(null, null, null).undefined());
  }

  @Test
  void anythingAtAllHasOneOfTheOutcomes() {
    SplittableRandom random = new SplittableRandom(8);
    RandomText texts = new RandomText(random);
    List<String> known = List.of("Il dort", "il dort.", "il dotr", "Il dore", "été", "12");
    for (int i = 0; i < 20_000; i++) {
      String given = texts.nextOrKnown(known, 20);
      String key = texts.nextOrKnown(known, 20);
      List<String> variations =
          Stream.generate(() -> texts.nextOrKnown(known, 20)).limit(random.nextInt(3)).toList();
      AnswerMatch match = Answers.match(given, key, variations);
      if (match.undefined() == null) {
        assertTrue(Set.of("exact", "normalised", "fuzzy", "none").contains(match.tier()));
        assertEquals(match.matched(), !"none".equals(match.tier()));
        assertEquals(match.matched(), match.matchedWith() != null);
        assertTrue(match.similarity() >= 0 && match.similarity() <= 1);
        assertEquals(match.matched(), match.similarity() > 0.5);
      }
    }
  }

  @Test
  void aMegabyteIsMatchedInReasonableTime() {
    String huge = "é x ".repeat(250_000);
    assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          assertEquals("fuzzy", Answers.match(huge + "ab", huge, null).tier());
          assertNone(huge, "Il dort", List.of("Il sommeille"));
          assertNone("Il dort", huge, null);
        });
  }

  private static void assertNone(String given, String answer, List<String> variations) {
    assertEquals(AnswerMatch.NONE, Answers.match(given, answer, variations), given);
  }

  private static void assertMatch(String tier, String with, double similarity, AnswerMatch match) {
    assertEquals(tier, match.tier());
    assertEquals(with, match.matchedWith());
    assertEquals(similarity, match.similarity(), 1e-12);
  }
}
