package io.quaestor.export;

import io.quaestor.tables.Question;
import io.quaestor.udfs.structure.QuestionType;
import java.util.ArrayList;
import java.util.List;

/**
 * What a program that reads an export makes of a question.
 *
 * @param options each with {@code +} before it where it is right, else {@code -}
 * @param answers of typed questions; {@code true} or {@code false} where that is the answer
 */
record Seen(String id, String stem, List<String> options, List<String> answers) {

  /** What it should, in a format that has true and false of its own and gaps, or has not. */
  static Seen of(Question question, boolean truth, boolean gaps) {
    QuestionType type = QuestionType.parse(question.type()).orElseThrow();
    String stem = gaps ? question.stem().replace("[blank]", "_____") : question.stem();
    if (type == QuestionType.TRUE_FALSE && truth) {
      String right = Boolean.toString(question.answer().contains("Vrai"));
      return new Seen(question.questionId(), stem, List.of(), List.of(right));
    }
    List<String> options =
        question.options().stream()
            .map(option -> (question.answer().contains(option) ? "+" : "-") + option)
            .toList();
    List<String> answers = new ArrayList<>();
    if (type.isTyped() && (type != QuestionType.WRITING || !gaps)) {
      answers.addAll(question.answer());
      answers.addAll(question.acceptableVariations());
    }
    return new Seen(question.questionId(), stem, options, answers);
  }

  /** Plain text of what was written as HTML. */
  static String plain(String html) {
    return html.replace("<br/>", "\n")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }
}
