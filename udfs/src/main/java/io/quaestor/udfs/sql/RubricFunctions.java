package io.quaestor.udfs.sql;

import io.quaestor.udfs.rubric.Backing;
import io.quaestor.udfs.rubric.Rubric;
import io.quaestor.udfs.rubric.Score;
import io.quaestor.udfs.sql.SqlFunction.Example;
import io.quaestor.udfs.sql.SqlFunction.Spread;
import java.util.List;
import java.util.Map;

/** What judgements come to, with the default thresholds of the rubrics. */
public final class RubricFunctions {
  private static final String YES = " - 0 or 1";
  private static final String LIKERT = " - 1 to 5, whole";
  private static final String REJECTIONS =
      "hard_rejections - codes that reject whatever the scores; NULL or empty for none";

  private RubricFunctions() {}

  /** The dimensions of {@link Rubric#V3}, in its order. */
  public record V3Scores(
      Double answerableFromContext,
      Double hasSingleClearCorrect,
      Double formatJustified,
      Double distractorsPlausible,
      Double clarity,
      Double difficultyAppropriate) {}

  /** The dimensions of {@link Rubric#V4}, in its order, and what rejects without them. */
  public record V4Scores(
      Double grounded,
      Double answerableFromContext,
      Double hasSingleClearCorrect,
      Double formatJustified,
      Double nonTrivial,
      Double distractorsPlausible,
      Double clarity,
      Double contextAuthentic,
      List<String> hardRejections) {}

  /** {@link Backing}, with every part as a table may have it. */
  public record Backed(
      List<String> evidenceSpanIds,
      Long reasoningSteps,
      Boolean defineOrIdentify,
      Boolean usesMaterialContext,
      String type,
      List<String> distractorRationales) {}

  /** {@link Rubric#V3}. */
  @SqlFunction(
      usage =
          "Figures and verdict (keep, repair or reject) of a judgement by rubric v3. Scores that are"
              + " NULL, out of range or not whole leave them NULL, with the reasons in invalid.",
      arguments = {
        "answerable_from_context" + YES,
        "has_single_clear_correct" + YES,
        "format_justified" + YES,
        "distractors_plausible" + LIKERT,
        "clarity" + LIKERT,
        "difficulty_appropriate" + LIKERT
      },
      examples = {
        @Example(
            sql = "rubric_v3(1, 1, 0, 4, 5, 3)",
            result =
                "{\"binary_score\":4.0,\"avg_likert\":4.0,\"likert_score\":3.2,\"total_score\":7.2,\"verdict\":\"keep\",\"hard_rejections\":[],\"invalid\":[]}"),
        @Example(sql = "rubric_v3(0, 0, 0, 5, 5, 5).verdict", result = "repair")
      })
  public static Score rubricV3(@Spread V3Scores scores) {
    return Rubric.V3
        .scorer()
        .score(
            number(scores.answerableFromContext),
            number(scores.hasSingleClearCorrect),
            number(scores.formatJustified),
            number(scores.distractorsPlausible),
            number(scores.clarity),
            number(scores.difficultyAppropriate));
  }

  /** {@link Rubric#V4}. */
  @SqlFunction(
      usage =
          "Figures and verdict (keep, repair or reject) of a judgement by rubric v4. Scores that are"
              + " NULL, out of range or not whole leave them NULL, with the reasons in invalid.",
      arguments = {
        "grounded" + YES,
        "answerable_from_context" + YES,
        "has_single_clear_correct" + YES,
        "format_justified" + YES,
        "non_trivial" + LIKERT,
        "distractors_plausible" + LIKERT,
        "clarity" + LIKERT,
        "context_authentic" + LIKERT,
        REJECTIONS
      },
      optional = 1,
      examples = {
        @Example(
            sql = "rubric_v4(1, 1, 1, 1, 3, 4, 3, 4)",
            result =
                "{\"binary_score\":6.0,\"avg_likert\":3.5,\"likert_score\":2.8,\"total_score\":8.8,\"verdict\":\"keep\",\"hard_rejections\":[],\"invalid\":[]}"),
        @Example(
            sql = "rubric_v4(1, 1, 1, NULL, 3, 4, 0.5, 4).invalid",
            result = "[\"format_justified_missing\",\"clarity_out_of_range\"]"),
        @Example(
            sql = "rubric_v4(1, 1, 1, 1, 5, 5, 5, 5, array('no_evidence_spans')).verdict",
            result = "reject")
      })
  public static Score rubricV4(@Spread V4Scores scores) {
    return Rubric.V4
        .scorer()
        .score(
            number(scores.grounded),
            number(scores.answerableFromContext),
            number(scores.hasSingleClearCorrect),
            number(scores.formatJustified),
            number(scores.nonTrivial),
            number(scores.distractorsPlausible),
            number(scores.clarity),
            number(scores.contextAuthentic))
        .rejectedFor(scores.hardRejections);
  }

  /** The {@link Rubric} of that name; {@code unknown_rubric} makes it invalid. */
  @SqlFunction(
      usage =
          "Figures and verdict of scores as tables keep them (judgements.scores,"
              + " quality_flags.scores), by the rubric of that name.",
      arguments = {
        "rubric - v3 or v4",
        "scores - dimension to score; others than the rubric's are ignored",
        REJECTIONS
      },
      optional = 1,
      examples = {
        @Example(
            sql =
                "rubric_verdict('v3', map('answerable_from_context', 1, 'has_single_clear_correct',"
                    + " 1, 'format_justified', 0, 'distractors_plausible', 4, 'clarity', 5,"
                    + " 'difficulty_appropriate', 2)).verdict",
            result = "repair"),
        @Example(
            sql = "rubric_verdict('v2', map('clarity', 5)).invalid",
            result = "[\"unknown_rubric\"]")
      })
  public static Score rubricVerdict(
      String rubric, Map<String, Double> scores, List<String> hardRejections) {
    return Rubric.parse(rubric)
        .map(known -> known.scorer().score(scores).rejectedFor(hardRejections))
        .orElseGet(() -> Score.invalid(List.of("unknown_rubric")));
  }

  /** {@link Backing#hardRejections}. */
  @SqlFunction(
      usage =
          "Why rubric v4 rejects a question whatever its scores, for want of evidence, steps of"
              + " reasoning, the material's context or rationales; empty for no reason.",
      arguments = {
        "evidence_span_ids - spans cited; NULL and blank ones do not count",
        "reasoning_steps - to the answer; NULL is none",
        "define_or_identify - whether it asks to define or identify; NULL is no",
        "uses_material_context - NULL is no",
        "type - such as mcq_single",
        "distractor_rationales - NULL and blank ones do not count"
      },
      examples = {
        @Example(
            sql = "hard_rejections(array('s1'), 1, false, true, 'mcq_single', array())",
            result = "[\"reasoning_too_shallow\",\"no_distractor_rationales\"]"),
        @Example(
            sql = "hard_rejections(array('s1'), 2, false, true, 'short_answer', NULL)",
            result = "[]")
      })
  public static List<String> hardRejections(@Spread Backed question) {
    return new Backing(
            question.evidenceSpanIds,
            Whole.nearestInt(question.reasoningSteps),
            Boolean.TRUE.equals(question.defineOrIdentify),
            question.usesMaterialContext,
            question.type,
            question.distractorRationales)
        .hardRejections();
  }

  private static double number(Double score) {
    return score == null ? Double.NaN : score;
  }
}
