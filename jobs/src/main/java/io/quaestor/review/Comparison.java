package io.quaestor.review;

import io.quaestor.tables.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Two questions side by side, what differs marked; pure. */
public record Comparison(Question left, Question right, List<Part> parts) {

  /**
   * One part of both.
   *
   * @param name such as {@code option 2}
   */
  public record Part(String name, TextDifference.Sides sides) {
    public boolean differs() {
      return sides.before().stream().anyMatch(TextDifference.Piece::differs)
          || sides.after().stream().anyMatch(TextDifference.Piece::differs);
    }
  }

  public static Comparison of(Question left, Question right) {
    List<Part> parts = new ArrayList<>();
    parts.add(part("type", left.type(), right.type()));
    parts.add(part("difficulty", left.difficulty(), right.difficulty()));
    parts.add(part("stem", left.stem(), right.stem()));
    each("option", left.options(), right.options(), parts);
    each("answer", left.answer(), right.answer(), parts);
    each("variation", left.acceptableVariations(), right.acceptableVariations(), parts);
    parts.add(part("explanation", left.explanation(), right.explanation()));
    each("quote", quotes(left), quotes(right), parts);
    return new Comparison(left, right, List.copyOf(parts));
  }

  private static List<String> quotes(Question question) {
    return question.sourceEvidence() == null ? List.of() : question.sourceEvidence().quotes();
  }

  private static void each(String name, List<String> left, List<String> right, List<Part> parts) {
    int most = Math.max(left.size(), right.size());
    for (int i = 0; i < most; i++) {
      String label = most == 1 ? name : "%s %d".formatted(name, i + 1);
      parts.add(part(label, at(left, i), at(right, i)));
    }
  }

  private static String at(List<String> list, int i) {
    return i < list.size() ? list.get(i) : null;
  }

  private static Part part(String name, String left, String right) {
    return new Part(
        name, TextDifference.of(Objects.requireNonNullElse(left, ""), right == null ? "" : right));
  }
}
