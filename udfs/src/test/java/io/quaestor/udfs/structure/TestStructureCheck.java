package io.quaestor.udfs.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.udfs.RandomText;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TestStructureCheck {
  private static final List<String> COLOURS = List.of("Bleu", "Rouge", "Vert");
  private static final Set<String> CODES =
      Arrays.stream(Problem.values()).map(Problem::code).collect(Collectors.toSet());

  @Test
  void soundDraftsHaveNoProblem() {
    assertProblems(choice("mcq_single", COLOURS, "Rouge"));
    assertProblems(choice("MCQ_Multi", COLOURS, "Rouge", "Vert"));
    assertProblems(choice("true_false", List.of("Vrai", "Faux"), "Faux"));
    assertProblems(typed("fill_in_blank", "Le chat [blank].", "dort"));
    assertProblems(typed("fill_in_blank", "Il ____.", "dort"));
    assertProblems(typed("short_answer", "Que fait le chat ?", "Il dort."));
    assertProblems(typed("writing", "Décrivez le chat.", "Libre"));
  }

  @Test
  void theTypeHasToBeKnown() {
    assertProblems(typed("essay", "Décrivez.", "x"), "unknown_type");
    assertProblems(typed(null, "Décrivez.", "x"), "unknown_type");
    assertProblems(null, "empty_stem", "unknown_type");
  }

  @Test
  void theStemHasToSaySomething() {
    assertProblems(typed("short_answer", null, "x"), "empty_stem");
    assertProblems(typed("short_answer", " \u00A0\u200B", "x"), "empty_stem");
  }

  @Test
  void multipleChoiceHasThreeToFiveOptions() {
    assertProblems(choice("mcq_single", List.of("a", "b"), "a"), "option_count");
    assertProblems(choice("mcq_single", List.of("a", "b", "c", "d", "e"), "a"));
    assertProblems(choice("mcq_multi", List.of("a", "b", "c", "d", "e", "f"), "a"), "option_count");
    assertProblems(
        new Draft("mcq_single", "Quoi ?", null, List.of("a")),
        "key_not_in_options",
        "option_count");
  }

  @Test
  void optionsAreDistinctAfterNormalisation() {
    assertProblems(
        choice("mcq_single", List.of("Paris", "« paris ».", "Nice"), "Nice"), "duplicate_option");
    assertProblems(
        choice("mcq_single", List.of("ﬁn", "FIN", "début"), "début"), "duplicate_option");
    assertProblems(choice("true_false", List.of("vrai", "Vrai"), "vrai"), "duplicate_option");
    assertProblems(choice("mcq_single", List.of("a", "à", "ah"), "à"));
    assertProblems(choice("mcq_single", List.of("-5", "5", "50%", "50"), "−5"));
  }

  @Test
  void blankOptionsAreEmptyAndNoDuplicates() {
    assertProblems(choice("mcq_single", List.of("a", " ", "\u200B", "b"), "a"), "empty_option");
    assertProblems(choice("mcq_single", Arrays.asList("a", null, "b"), "a"), "empty_option");
  }

  @Test
  void keysAreOptionsAfterNormalisation() {
    assertProblems(choice("mcq_single", COLOURS, " rouge. "));
    assertProblems(choice("mcq_single", COLOURS, "Noir"), "key_not_in_options");
    assertProblems(choice("mcq_multi", COLOURS, "Rouge", "Noir"), "key_not_in_options");
    assertProblems(choice("true_false", List.of("Vrai", "Faux"), "True"), "key_not_in_options");
    assertProblems(
        choice("mcq_single", List.of("a", "", "b"), ""), "empty_option", "key_not_in_options");
  }

  @Test
  void theNumberOfKeysFitsTheType() {
    assertProblems(choice("mcq_single", COLOURS), "key_count");
    assertProblems(choice("mcq_single", COLOURS, "Rouge", "Vert"), "key_count");
    assertProblems(choice("mcq_multi", COLOURS), "key_count");
    assertProblems(choice("mcq_multi", COLOURS, "Rouge"));
    assertProblems(choice("mcq_multi", COLOURS, "Rouge", "rouge"), "key_count");
    assertProblems(choice("true_false", List.of("Vrai", "Faux"), "Vrai", "Faux"), "key_count");
  }

  @Test
  void trueFalseHasTwoOptions() {
    assertProblems(choice("true_false", COLOURS, "Vert"), "true_false_options");
    assertProblems(choice("true_false", List.of("Vrai"), "Vrai"), "true_false_options");
  }

  @Test
  void thereIsExactlyOneBlankWithSomethingAroundIt() {
    assertProblems(typed("fill_in_blank", "Le chat dort.", "x"), "blank_count");
    assertProblems(typed("fill_in_blank", "Le ___ dort sur [blank].", "x"), "blank_count");
    assertProblems(typed("fill_in_blank", "Un _ seul.", "x"), "blank_count");
    assertProblems(typed("fill_in_blank", "[blank] .", "x"), "blank_context");
    assertProblems(typed("fill_in_blank", "__ a ! ", "x"), "blank_context");
    assertProblems(typed("fill_in_blank", "", "x"), "blank_context", "blank_count", "empty_stem");
  }

  @Test
  void typedAnswersAreNotEmpty() {
    for (QuestionType type : QuestionType.TYPED) {
      assertProblems(new Draft(type.wire(), "Le [blank] dort.", null, null), "empty_answer");
      assertProblems(typed(type.wire(), "Le [blank] dort.", " "), "empty_answer");
      assertProblems(typed(type.wire(), "Le [blank] dort.", (String) null), "empty_answer");
    }
  }

  @Test
  void anythingAtAllIsCheckedWithoutAnException() {
    SplittableRandom random = new SplittableRandom(4);
    RandomText texts = new RandomText(random);
    List<String> types = Stream.of(QuestionType.values()).map(QuestionType::wire).toList();
    for (int i = 0; i < 5_000; i++) {
      String type = texts.nextOrKnown(types, 10);
      Draft draft =
          new Draft(type, texts.nextOrKnown(COLOURS, 40), some(random, texts), some(random, texts));
      List<String> problems = StructureCheck.problems(draft);
      assertTrue(CODES.containsAll(problems));
      assertEquals(problems.stream().distinct().sorted().toList(), problems);
    }
  }

  @Test
  void aMegabyteIsCheckedInReasonableTime() {
    String huge = "_ (\u0301é".repeat(200_000);
    for (QuestionType type : QuestionType.values()) {
      Draft draft = new Draft(huge, huge, List.of(huge, "b", "c"), List.of("b"));
      Draft typed = new Draft(type.wire(), huge, draft.options(), draft.answer());
      assertTimeout(Duration.ofSeconds(30), () -> StructureCheck.problems(typed));
      assertEquals(List.of("unknown_type"), StructureCheck.problems(draft));
    }
  }

  private static List<String> some(SplittableRandom random, RandomText texts) {
    return random.nextInt(10) == 0
        ? null
        : Stream.generate(() -> texts.nextOrKnown(COLOURS, 20)).limit(random.nextInt(7)).toList();
  }

  private static Draft choice(String type, List<String> options, String... answer) {
    return new Draft(type, "De quelle couleur ?", options, Arrays.asList(answer));
  }

  private static Draft typed(String type, String stem, String... answer) {
    return new Draft(type, stem, List.of(), Arrays.asList(answer));
  }

  private static void assertProblems(Draft draft, String... codes) {
    assertEquals(List.of(codes), StructureCheck.problems(draft), () -> String.valueOf(draft));
  }
}
