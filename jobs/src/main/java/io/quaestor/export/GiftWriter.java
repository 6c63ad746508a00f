package io.quaestor.export;

import io.quaestor.export.Item.Option;
import io.quaestor.udfs.structure.QuestionType;
import java.io.IOException;
import java.io.Writer;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Moodle's GIFT. Texts are HTML, so that mathematics in LaTeX is shown; typed answers are plain, in
 * which an asterisk would stand for anything.
 *
 * @see <a href="https://docs.moodle.org/en/GIFT_format">GIFT format</a>
 */
final class GiftWriter implements QuestionWriter {
  /** Makes pairs to match of answers, however it is written. */
  private static final String ARROW = "->";

  private final Writer out;
  private String unit = "";

  GiftWriter(Writer out) {
    this.out = out;
  }

  @Override
  public String problem(Item item) {
    boolean held =
        !item.type().isTyped()
            || item.type() == QuestionType.WRITING
            || item.question().answer().stream().noneMatch(key -> key.contains(ARROW));
    return held ? null : "arrow_in_answer";
  }

  @Override
  public Set<String> write(Item item) throws IOException {
    String id = item.question().questionId();
    if (!Objects.equals(unit, item.question().unitId())) {
      unit = item.question().unitId();
      out.write("$CATEGORY: %s\n\n".formatted(category(unit)));
    }
    out.write("// [id:%s]%s\n::%s::[html]".formatted(id, tags(item), escaped(id)));
    String feedback = item.feedback() == null ? "" : "####" + html(item.feedback());
    if (item.isCloze()) {
      out.write(html(item.aroundGap().get(0)));
      out.write("{%s%s}".formatted(answers(item), feedback));
      out.write(html(item.aroundGap().get(1)));
    } else {
      out.write(html(item.question().stem()));
      out.write("{%s%s}".formatted(body(item), feedback));
    }
    out.write("\n\n");
    return lost(item);
  }

  private static Set<String> lost(Item item) {
    if (item.truth() != null && item.hasRationales()) {
      return Set.of(RATIONALES);
    }
    boolean arrows = item.answers().stream().anyMatch(answer -> answer.contains(ARROW));
    return arrows && item.type() != QuestionType.WRITING ? Set.of(VARIATIONS) : Set.of();
  }

  private static String body(Item item) {
    if (item.truth() != null) {
      return item.truth() ? "TRUE" : "FALSE";
    }
    return switch (item.type()) {
      case MCQ_SINGLE, TRUE_FALSE ->
          item.options().stream()
              .map(option -> option(option, option.key() ? "=" : "~"))
              .collect(Collectors.joining());
      case MCQ_MULTI ->
          item.options().stream()
              .map(option -> option(option, "~%" + Fractions.of(item, option) + "%"))
              .collect(Collectors.joining());
      case FILL_IN_BLANK, SHORT_ANSWER -> answers(item);
      case WRITING -> "";
    };
  }

  private static String option(Option option, String mark) {
    String why = option.rationale() == null ? "" : "#" + html(option.rationale());
    return "\n  " + mark + html(option.text()) + why;
  }

  private static String answers(Item item) {
    return item.answers().stream()
        .filter(answer -> !answer.contains(ARROW))
        .map(answer -> "\n  =" + weight(answer) + escaped(Fractions.literal(answer)))
        .collect(Collectors.joining());
  }

  /** What begins with a percentage would be read as one. */
  private static String weight(String answer) {
    return answer.startsWith("%") ? "%100%" : "";
  }

  /** Within a comment: no bracket, no line break. */
  private static String tags(Item item) {
    return item.tags().stream()
        .map(tag -> " [tag:%s]".formatted(tag.replaceAll("[\\[\\]\\s]+", " ").strip()))
        .collect(Collectors.joining());
  }

  static String category(String unit) {
    return unit == null ? "quaestor" : unit.replaceAll("\\s+", " ").replace("/", "//");
  }

  private static String html(String text) {
    return escaped(Html.of(text));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n").replaceAll("([~=#{}:])", "\\\\$1");
  }
}
