package io.quaestor.app;

import static org.apache.spark.sql.functions.col;

import io.quaestor.JobException;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.review.Action;
import io.quaestor.review.Comparison;
import io.quaestor.review.Filter;
import io.quaestor.review.Queue;
import io.quaestor.review.ReviewActions;
import io.quaestor.review.Reviewed;
import io.quaestor.review.TextDifference.Piece;
import io.quaestor.tables.Question;
import io.quaestor.tables.Review;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Questions and their reviews as lines, for people or as JSON. */
public final class ReviewText {
  private final Lake lake;
  private final ReviewActions actions;
  private final boolean json;

  public ReviewText(Lake lake, Clock clock, boolean json) {
    this.lake = lake;
    this.actions = new ReviewActions(lake, clock);
    this.json = json;
  }

  /**
   * A page of questions.
   *
   * @param after id of the last question of the page before, null for the first page
   * @throws JobException with exit code 2 when there is no such state
   */
  public List<String> list(Filter filter, String after, int size) {
    if (filter.state() != null && !Queue.states().contains(filter.state())) {
      throw JobException.input(
          "unknown_status",
          "There is no status %s".formatted(filter.state()),
          "use one of " + String.join(", ", Queue.states()));
    }
    Dataset<Row> page = Queue.page(new Queue(lake).index(), filter, after, size);
    return json
        ? json(page.drop("words"))
        : SqlTable.lines(
            page.select(
                "question_id",
                "quality_status",
                "review_status",
                "disagreed",
                "unit_id",
                "type",
                "difficulty",
                "stem"));
  }

  /** A question, whole, with its events and its version. */
  public List<String> show(String questionId) {
    Reviewed now = actions.load(questionId);
    if (json) {
      return json(
          lake.rows(Tables.QUESTIONS)
              .filter(col("question_id").equalTo(questionId))
              .withColumn("version", org.apache.spark.sql.functions.lit(now.version())));
    }
    Question question = now.question();
    List<String> lines = new ArrayList<>();
    lines.add("%s  version %s".formatted(questionId, now.version()));
    lines.add(
        "%s, %s, unit %s; quality %s, review %s"
            .formatted(
                question.type(),
                question.difficulty(),
                question.unitId(),
                question.qualityStatus(),
                question.reviewStatus()));
    lines.add(question.stem());
    question
        .options()
        .forEach(option -> lines.add((question.answer().contains(option) ? "* " : "  ") + option));
    lines.add("answer: " + String.join(" | ", question.answer()));
    now.history().events().stream().map(ReviewText::line).forEach(lines::add);
    return lines;
  }

  /** An event that was just written. */
  public List<String> event(Review event) {
    Dataset<Review> one =
        lake.spark().createDataset(List.of(event), RecordEncoder.of(Review.class));
    return json ? json(lake.tableRows(one, Review.class)) : List.of(line(event));
  }

  /**
   * Two questions side by side.
   *
   * @param withId null for the parent
   */
  public List<String> compare(String questionId, String withId) {
    Question right = actions.load(questionId).question();
    String leftId = withId == null ? right.parentQuestionId() : withId;
    if (leftId == null) {
      throw JobException.input(
          "no_parent",
          "Question %s has no parent".formatted(questionId),
          "name another question to compare it with");
    }
    Comparison comparison = Comparison.of(actions.load(leftId).question(), right);
    if (json) {
      return json(parts(comparison));
    }
    List<String> lines = new ArrayList<>();
    lines.add("- %s".formatted(leftId));
    lines.add("+ %s".formatted(questionId));
    for (Comparison.Part part : comparison.parts()) {
      lines.add(part.name());
      if (part.differs()) {
        lines.add("  - " + marked(part.sides().before()));
        lines.add("  + " + marked(part.sides().after()));
      } else {
        lines.add("    " + marked(part.sides().after()));
      }
    }
    return lines;
  }

  /** A part of two questions, for JSON. */
  public record Part(String part, String left, String right, boolean differs) {}

  private Dataset<Row> parts(Comparison comparison) {
    List<Part> parts =
        comparison.parts().stream()
            .map(
                part ->
                    new Part(
                        part.name(),
                        plain(part.sides().before()),
                        plain(part.sides().after()),
                        part.differs()))
            .toList();
    return lake.spark().createDataset(parts, RecordEncoder.of(Part.class)).toDF();
  }

  private static String plain(List<Piece> pieces) {
    return pieces.stream().map(Piece::text).collect(Collectors.joining());
  }

  private static String marked(List<Piece> pieces) {
    return pieces.stream()
        .map(piece -> piece.differs() ? "[" + piece.text() + "]" : piece.text())
        .collect(Collectors.joining());
  }

  private static String line(Review event) {
    return "%s %s %s: %s -> %s%s (%s)"
        .formatted(
            event.at(),
            event.reviewer(),
            Action.of(event.action()).did(),
            event.fromStatus(),
            event.toStatus(),
            event.notes() == null ? "" : ", \"%s\"".formatted(event.notes()),
            event.reviewId());
  }

  private static List<String> json(Dataset<Row> rows) {
    return rows.toJSON().as(Encoders.STRING()).collectAsList();
  }
}
