package io.quaestor.export;

import io.quaestor.export.Item.Option;
import java.io.IOException;
import java.io.Writer;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Moodle's XML. Texts are HTML, so that mathematics in LaTeX is shown; a gap is a cloze.
 *
 * @see <a href="https://docs.moodle.org/en/Moodle_XML_format">Moodle XML format</a>
 */
final class MoodleXmlWriter implements QuestionWriter {
  private final Xml xml;
  private String unit = "";

  MoodleXmlWriter(Writer out) {
    this.xml = new Xml(out);
  }

  @Override
  public void begin() throws IOException {
    xml.declaration();
    xml.open("quiz").line();
  }

  @Override
  public Set<String> write(Item item) throws IOException {
    if (!Objects.equals(unit, item.question().unitId())) {
      unit = item.question().unitId();
      xml.open("question", "type", "category").open("category");
      xml.leaf("text", "$course$/top/" + GiftWriter.category(unit));
      xml.close("category").close("question").line();
    }
    String type = type(item);
    xml.open("question", "type", type);
    xml.open("name").leaf("text", item.question().questionId()).close("name");
    html("questiontext", type.equals("cloze") ? cloze(item) : Html.of(item.question().stem()));
    html("generalfeedback", item.feedback() == null ? "" : Html.of(item.feedback()));
    xml.leaf("idnumber", item.question().questionId());
    body(item, type);
    tags(item);
    xml.close("question").line();
    boolean lost = type.equals("truefalse") && item.hasRationales();
    return lost ? Set.of(RATIONALES) : Set.of();
  }

  @Override
  public void end() throws IOException {
    xml.close("quiz").line();
  }

  private static String type(Item item) {
    return switch (item.type()) {
      case MCQ_SINGLE, MCQ_MULTI -> "multichoice";
      case TRUE_FALSE -> item.truth() == null ? "multichoice" : "truefalse";
      case FILL_IN_BLANK -> item.isCloze() ? "cloze" : "shortanswer";
      case SHORT_ANSWER -> "shortanswer";
      case WRITING -> "essay";
    };
  }

  private void body(Item item, String type) throws IOException {
    switch (type) {
      case "multichoice" -> choice(item);
      case "truefalse" -> {
        answer("true", item.truth() ? "100" : "0");
        answer("false", item.truth() ? "0" : "100");
      }
      case "shortanswer" -> {
        xml.leaf("usecase", "0");
        for (String each : item.answers()) {
          answer(Fractions.literal(each), "100");
        }
      }
      case "essay" -> {
        xml.leaf("responseformat", "editor");
        html("graderinfo", item.feedback() == null ? "" : Html.of(item.feedback()));
      }
      default -> {}
    }
  }

  private void choice(Item item) throws IOException {
    boolean single = item.keys().size() == 1 && !"mcq_multi".equals(item.type().wire());
    xml.leaf("single", Boolean.toString(single)).leaf("shuffleanswers", "true");
    xml.leaf("answernumbering", "abc");
    for (Option option : item.options()) {
      String alone = option.key() ? "100" : "0";
      xml.open("answer", "fraction", single ? alone : Fractions.of(item, option), "format", "html");
      xml.leaf("text", Html.of(option.text()));
      html("feedback", option.rationale() == null ? "" : Html.of(option.rationale()));
      xml.close("answer");
    }
  }

  private void answer(String text, String fraction) throws IOException {
    xml.open("answer", "fraction", fraction, "format", "plain_text");
    xml.leaf("text", text).close("answer");
  }

  private void tags(Item item) throws IOException {
    xml.open("tags");
    for (String tag : item.tags()) {
      xml.open("tag").leaf("text", tag).close("tag");
    }
    xml.close("tags");
  }

  private void html(String element, String html) throws IOException {
    xml.open(element, "format", "html").leaf("text", html).close(element);
  }

  /** HTML with the answers in place of the gap, as Moodle's embedded answers have them. */
  private static String cloze(Item item) {
    String answers =
        item.answers().stream()
            .map(answer -> "=" + embedded(answer))
            .collect(Collectors.joining("~"));
    return Html.of(item.aroundGap().get(0))
        + "{1:SHORTANSWER:%s}".formatted(answers)
        + Html.of(item.aroundGap().get(1));
  }

  /** What ends an answer there has a backslash before it. */
  private static String embedded(String answer) {
    return Html.escaped(Fractions.literal(answer)).replaceAll("([}#~/\\\\\"])", "\\\\$1");
  }
}
