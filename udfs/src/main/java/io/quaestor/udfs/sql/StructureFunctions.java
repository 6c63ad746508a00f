package io.quaestor.udfs.sql;

import io.quaestor.udfs.flaws.Flaws;
import io.quaestor.udfs.sql.SqlFunction.Example;
import io.quaestor.udfs.structure.Blanks;
import io.quaestor.udfs.structure.Difficulty;
import io.quaestor.udfs.structure.Draft;
import io.quaestor.udfs.structure.QuestionType;
import io.quaestor.udfs.structure.StructureCheck;
import java.util.List;

/** The form of questions. */
public final class StructureFunctions {
  private static final String A_TYPE =
      "type - such as mcq_single, true_false, fill_in_blank or short_answer";
  private static final String OPTIONS = "options - in order; empty or NULL for typed answers";
  private static final String ANSWER = "answer - the keys, or the typed answers";
  private static final String A_STEM = "stem - the question's wording; NULL counts as empty";

  private StructureFunctions() {}

  /** {@link StructureCheck#problems}. */
  @SqlFunction(
      usage = "Codes of all that is wrong with a question's structure, sorted; empty for none.",
      arguments = {A_TYPE, A_STEM, OPTIONS, ANSWER},
      examples = {
        @Example(
            sql =
                "structure_problems('mcq_single', '2 + 2 = ?', array('3', '4', ' 4'), array('5'))",
            result = "[\"duplicate_option\",\"key_not_in_options\"]"),
        @Example(
            sql = "structure_problems('short_answer', '2 + 2 = ?', NULL, array('4'))",
            result = "[]")
      })
  public static List<String> structureProblems(
      String type, String stem, List<String> options, List<String> answer) {
    return StructureCheck.problems(new Draft(type, stem, options, answer));
  }

  /** {@link Flaws#of}. */
  @SqlFunction(
      usage =
          "Codes of item-writing flaws, sorted; empty for none found. They are hints: a rule rather"
              + " misses a flaw than raises a false alarm.",
      arguments = {
        A_TYPE,
        A_STEM,
        OPTIONS,
        ANSWER,
        "language - such as fr or en-GB, whose words some rules need; NULL tries both"
      },
      optional = 1,
      examples =
          @Example(
              sql =
                  "item_flaws('mcq_single', 'Which of these is not a gas?', array('Oxygen', 'Iron',"
                      + " 'None of the above'), array('Iron'))",
              result = "[\"all_or_none_of_above\",\"negative_stem\"]"))
  public static List<String> itemFlaws(
      String type, String stem, List<String> options, List<String> answer, String language) {
    return Flaws.of(new Draft(type, stem, options, answer), language);
  }

  /** {@link Blanks#count}. */
  @SqlFunction(
      usage = "How many blanks the stem has: [blank], or two or more underscores.",
      arguments = A_STEM,
      examples = @Example(sql = "blank_count('__ + [blank] = 4')", result = "2"))
  public static int blankCount(String stem) {
    return Blanks.count(stem);
  }

  /** {@link Blanks#fill}. */
  @SqlFunction(
      usage = "The stem with the answer in its first blank; unchanged when it has none.",
      arguments = {A_STEM, "answer - NULL counts as empty"},
      examples = @Example(sql = "fill_blank('2 + [blank] = 4', '2')", result = "2 + 2 = 4"))
  public static String fillBlank(String stem, String answer) {
    return Blanks.fill(stem, answer);
  }

  /** {@link Blanks#strip}. */
  @SqlFunction(
      usage = "The stem with each blank left out.",
      arguments = A_STEM,
      examples = @Example(sql = "strip_blanks('2 +[blank] = 4')", result = "2 + = 4"))
  public static String stripBlanks(String stem) {
    return Blanks.strip(stem);
  }

  /** {@link QuestionType#parse}; null when unknown. */
  @SqlFunction(
      usage = "The type as tables have it; NULL when it is none.",
      arguments = "name - in any case, with hyphens or spaces",
      examples = @Example(sql = "question_type('MCQ single')", result = "mcq_single"))
  public static QuestionType questionType(String name) {
    return QuestionType.parse(name).orElse(null);
  }

  /** {@link Difficulty#parse}; null when unknown. */
  @SqlFunction(
      usage =
          "The difficulty as tables have it: beginner, intermediate or advanced; NULL when it is none.",
      arguments = "name - in any case; easy, medium and hard are known too",
      examples = @Example(sql = "question_difficulty('Hard')", result = "advanced"))
  public static Difficulty questionDifficulty(String name) {
    return Difficulty.parse(name).orElse(null);
  }
}
