package io.quaestor.export;

import io.quaestor.export.Item.Option;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Notes for Anki's own types: front, back and what to read afterwards, tab-separated, in HTML.
 *
 * @see <a href="https://docs.ankiweb.net/importing/text-files.html">Anki: text files</a>
 */
final class AnkiWriter implements QuestionWriter {
  private static final String BREAK = "<br/>";
  private final Writer out;

  AnkiWriter(Writer out) {
    this.out = out;
  }

  @Override
  public void begin() throws IOException {
    out.write("#separator:tab\n#html:true\n#notetype:Basic\n");
    out.write("#columns:Id\tFront\tBack\tTags\n#guid column:1\n#tags column:4\n");
  }

  @Override
  public Set<String> write(Item item) throws IOException {
    List<String> fields =
        List.of(item.question().questionId(), front(item), back(item), tags(item));
    out.write(fields.stream().map(AnkiWriter::quoted).collect(Collectors.joining("\t")) + "\n");
    return Set.of();
  }

  private static String front(Item item) {
    String stem = Html.of(item.question().stem());
    return item.options().isEmpty()
        ? stem
        : stem + list(item.options().stream().map(option -> Html.of(option.text())));
  }

  private static String back(Item item) {
    Stream<String> right =
        item.options().isEmpty() ? item.answers().stream() : item.keys().stream().map(Option::text);
    String answers =
        item.answers().isEmpty() && item.options().isEmpty() ? "" : list(right.map(Html::of));
    Stream<String> why =
        item.options().stream()
            .filter(option -> option.rationale() != null)
            .map(option -> "%s: %s".formatted(Html.of(option.text()), Html.of(option.rationale())));
    Stream<String> said = Stream.ofNullable(item.question().explanation()).map(Html::of);
    return Stream.of(Stream.of(answers), said, why)
        .flatMap(each -> each)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(BREAK));
  }

  private static String list(Stream<String> entries) {
    return entries.collect(Collectors.joining("</li><li>", "<ul><li>", "</li></ul>"));
  }

  /** Anki's tags have no spaces. */
  private static String tags(Item item) {
    return item.tags().stream()
        .map(tag -> tag.strip().replaceAll("\\s+", "_"))
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String field) {
    return "\"" + field.replace("\"", "\"\"") + "\"";
  }
}
