package io.quaestor.udfs.planting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.udfs.structure.Blanks;
import io.quaestor.udfs.structure.Draft;
import io.quaestor.udfs.structure.StructureCheck;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestPlanting {
  private static final String PASSAGE =
      "Le chat dort sur le canapé. La rivière traverse une vallée profonde. Le village compte 412"
          + " habitants. On calcule 12 + 7 = 19 sans papier.";

  private static final Content CHOICE =
      new Content(
          "mcq_single",
          "fr",
          "Quel mot complète cette phrase du texte : « Le chat dort sur le […]. » ?",
          List.of("canapé", "vallée", "village", "papier"),
          List.of("canapé"),
          "Le texte dit : « Le chat dort sur le canapé. »",
          List.of("Le chat dort sur le canapé."));

  private static final Content TYPED =
      new Content(
          "fill_in_blank",
          "fr",
          "Écrivez le nombre qui manque dans cette phrase du texte : « Le village compte [blank]"
              + " habitants. »",
          List.of(),
          List.of("412"),
          null,
          List.of("Le village compte 412 habitants."));

  @Test
  void anotherAnswerBecomesTheKeyAndItsExplanationFollows() {
    Planted planted = planted(Kind.SWAPPED_KEY, CHOICE);
    assertEquals("answer_correct", planted.criterion());
    String key = planted.content().answer().get(0);
    assertTrue(CHOICE.options().contains(key) && !key.equals("canapé"), key);
    assertTrue(planted.content().explanation().contains("sur le " + key));
    assertEquals(CHOICE.stem(), planted.content().stem());
  }

  @Test
  void aTypedNumberIsOnlyExchangedWhereThePassageOrTheSumDecides() {
    String other = planted(Kind.SWAPPED_KEY, TYPED).content().answer().get(0);
    assertTrue(Set.of("413", "414", "422").contains(other), other);
    Content sum = typed("7 + 5 = [blank]", "12");
    assertTrue(Set.of("13", "14", "22").contains(key(planted(Kind.SWAPPED_KEY, sum))));
    assertTrue(none(Kind.SWAPPED_KEY, typed("7 + 5 = [blank]", "13")), "the key was wrong before");
    assertTrue(none(Kind.SWAPPED_KEY, typed("Il a [blank] ans.", "12")), "nothing decides");
    Content word = typed("Le [blank] dort sur le canapé.", "chat");
    Planted moved = planted(Kind.SWAPPED_KEY, word);
    assertEquals(List.of("chat"), moved.content().answer());
    assertTrue(moved.content().stem().contains("Le chat "), "the gap is another word's");
    assertTrue(none(Kind.SWAPPED_KEY, typed("Le [blank] boit.", "chat")), "nothing decides");
  }

  @Test
  void twoOptionsAreRightWhenOneSaysTheSameInOtherWords() {
    Planted planted = planted(Kind.TWO_KEYS, CHOICE);
    assertEquals("answer_correct", planted.criterion());
    assertTrue(planted.content().options().contains("le mot « canapé »"));
    assertEquals(List.of("canapé"), planted.content().answer());
    assertEquals(List.of(), problems(planted.content()));
    Content fractions = choice("en", "Which fraction is it?", List.of("1/2", "1/3", "2/3"));
    assertTrue(planted(Kind.TWO_KEYS, fractions).content().options().contains("2/4"));
    assertTrue(none(Kind.TWO_KEYS, choice(null, "?", List.of("a", "b", "c"))), "no language");
    assertTrue(none(Kind.TWO_KEYS, choice("en", "?", List.of("1/2", "2/4", "2/3"))), "two already");
  }

  @Test
  void fractionsAndWordsAreTheSameByWhatTheySay() {
    assertTrue(TwoKeys.same("0,5", "1/2"));
    assertTrue(TwoKeys.same("canapé", "Le mot « canapé »"));
    assertTrue(TwoKeys.same("the number 12", "12"));
    assertTrue(TwoKeys.same("According to the passage, it rains.", "it rains"));
    assertFalse(TwoKeys.same("12", "13"));
    assertFalse(TwoKeys.same("canapé", "le mot « vallée »"));
  }

  @Test
  void theWrongWordIsBlankedOfASentenceThatThePassageHas() {
    Planted choice = planted(Kind.WRONG_BLANK, CHOICE);
    assertEquals("question_coherent", choice.criterion());
    assertEquals(
        "Quel mot complète cette phrase du texte : « Le chat […] sur le canapé. » ?".length(),
        choice.content().stem().length());
    assertTrue(choice.content().stem().contains("canapé"));
    Planted typed = planted(Kind.WRONG_BLANK, TYPED);
    assertEquals("question_coherent", typed.criterion());
    assertEquals(2, Blanks.count(typed.content().stem()), typed.content().stem());
    assertFalse(typed.content().stem().contains("412"));
    Content elsewhere = typed("Le [blank] aboie toute la nuit.", "chien");
    assertTrue(none(Kind.WRONG_BLANK, elsewhere), "the passage has no such sentence");
    assertTrue(none(Kind.WRONG_BLANK, typed("Le [blank] dort [blank].", "chat")), "two gaps");
  }

  @Test
  void aFalseQuoteStandsNowhereInThePassage() {
    Planted planted = planted(Kind.FALSE_QUOTE, CHOICE);
    assertEquals("no_hallucination", planted.criterion());
    String quote = planted.content().quotes().get(0);
    assertFalse(PASSAGE.contains(quote), quote);
    assertTrue(none(Kind.FALSE_QUOTE, typed("Le [blank] dort.", "chat")), "it cites nothing");
  }

  @ParameterizedTest
  @CsvSource({
    "fr, Quel mot complète cette phrase du texte : « […] » ?",
    "fr, 'D''après le texte, cette affirmation est-elle vraie ou fausse : « Il dort. »'",
    "fr, Expliquez en deux ou trois phrases ce que le texte dit de « la pluie ».",
    "fr, Quel est le rôle des articles ?",
    "en, Which word completes this sentence from the text: “[…]”?",
    "en, Give the word of the text that is missing here: “[…]”",
    "en, Write two or three sentences about “rain” from what the text says."
  })
  void grammarIsBrokenInTheStemsOwnWordsInEveryWayItCanBe(String language, String stem) {
    Set<String> made = new HashSet<>();
    Content content = choice(language, stem, List.of("a", "b", "c"));
    assertFalse(Grammar.isBroken(stem), stem);
    LongStream.range(0, 30)
        .mapToObj(seed -> Kind.BROKEN_GRAMMAR.plant(content, PASSAGE, seed).orElseThrow())
        .forEach(planted -> made.add(planted.content().stem()));
    for (String broken : made) {
      assertTrue(Grammar.isBroken(broken), broken);
      assertEquals(Wording.of(stem).quoted(), Wording.of(broken).quoted());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What does the text say about these words, and why?",
        "These number lines and the sum of the numbers: which fit?",
        "Les mots de la phrase manquent : « cette texte » ?",
        "On la dit profonde, et le mot et la phrase manquent.",
        "Dans ces phrases, de quel mois, de quels temps parle-t-on ?",
        "Give the word and the number of the text that are missing."
      })
  void soundWordingIsNeverTakenToBeBroken(String stem) {
    assertFalse(Grammar.isBroken(stem), stem);
    assertFalse(Register.isWrong(stem), stem);
  }

  @Test
  void slangIsOfTheQuestionsLanguageAndNeverPlantedTwice() {
    Planted planted = planted(Kind.WRONG_REGISTER, CHOICE);
    assertEquals("register_appropriate", planted.criterion());
    assertTrue(planted.content().stem().endsWith(CHOICE.stem()));
    assertTrue(Register.isWrong(planted.content().stem()));
    assertTrue(none(Kind.WRONG_REGISTER, planted.content()));
    assertTrue(none(Kind.WRONG_REGISTER, choice("de", "Was?", List.of("a", "b", "c"))));
  }

  @Test
  void theSameSeedPlantsTheSameAndAnotherSeedOften() {
    Set<Optional<Planted>> made = new HashSet<>();
    for (Kind kind : Kind.values()) {
      assertEquals(kind.plant(CHOICE, PASSAGE, 1), kind.plant(CHOICE, PASSAGE, 1));
      LongStream.range(0, 9).forEach(seed -> made.add(kind.plant(CHOICE, PASSAGE, seed)));
      assertEquals(kind, Kind.of(kind.wire()));
    }
    assertTrue(made.size() > 2 * Kind.values().length, made::toString);
    assertEquals(List.of(Kind.values()), Kind.applicable(CHOICE, PASSAGE, 1));
  }

  @Test
  void aQuestionOfWhichNothingIsKnownGetsNoDefect() {
    Content bare = new Content("writing", null, null, null, null, null, null);
    assertEquals(List.of(), Kind.applicable(bare, null, 1));
  }

  private static boolean none(Kind kind, Content content) {
    return kind.plant(content, PASSAGE, 1).isEmpty();
  }

  private static Planted planted(Kind kind, Content content) {
    return kind.plant(content, PASSAGE, 1).orElseThrow();
  }

  private static String key(Planted planted) {
    return planted.content().answer().get(0);
  }

  private static List<String> problems(Content content) {
    return StructureCheck.problems(
        new Draft(content.type(), content.stem(), content.options(), content.answer()));
  }

  private static Content typed(String stem, String key) {
    return new Content("fill_in_blank", "fr", stem, List.of(), List.of(key), null, List.of());
  }

  private static Content choice(String language, String stem, List<String> options) {
    return new Content(
        "mcq_single", language, stem, options, List.of(options.get(0)), null, List.of());
  }
}
