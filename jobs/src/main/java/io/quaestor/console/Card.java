package io.quaestor.console;

import io.quaestor.review.Reviewed;
import io.quaestor.tables.Question;
import io.quaestor.tables.Review;
import java.util.List;

/**
 * A question as pages show it, with what a form about it must say.
 *
 * @param seen version of what is shown
 * @param back where a form leads to
 */
record Card(Question question, String seen, boolean canUndo, String back) {

  /** An option and whether it is the key. */
  record Option(String text, boolean key) {}

  static Card of(Reviewed now, String back) {
    Review undoable = now.history().undoable();
    return new Card(now.question(), now.version(), undoable != null, back);
  }

  String id() {
    return question.questionId();
  }

  String encodedId() {
    return QueueView.encoded(id());
  }

  String kind() {
    return "%s, %s, unit %s, made by %s %s"
        .formatted(
            question.type().replace('_', ' '),
            question.difficulty(),
            question.unitId(),
            question.pipeline(),
            question.pipelineVersion());
  }

  List<Option> options() {
    return question.options().stream()
        .map(text -> new Option(text, question.answer().contains(text)))
        .toList();
  }

  boolean hasOptions() {
    return !question.options().isEmpty();
  }

  /** The key where no option carries it. */
  List<String> answers() {
    return options().stream().anyMatch(Option::key) ? List.of() : question.answer();
  }

  List<String> marks() {
    return question.qualityFlags() == null
        ? List.of()
        : java.util.stream.Stream.concat(
                question.qualityFlags().issues().stream(), question.qualityFlags().flaws().stream())
            .map(code -> code.replace('_', ' '))
            .toList();
  }

  boolean hasMarks() {
    return !marks().isEmpty();
  }

  boolean approved() {
    return is("approved");
  }

  boolean rejected() {
    return is("rejected");
  }

  boolean archived() {
    return is("archived");
  }

  boolean stale() {
    return is("stale");
  }

  private boolean is(String status) {
    return question.reviewStatus().equals(status);
  }
}
