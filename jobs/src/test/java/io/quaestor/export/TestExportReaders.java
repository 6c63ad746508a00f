package io.quaestor.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quaestor.conformance.Programs;
import io.quaestor.tables.Question;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs of others make of exports. More questions: {@code -Dquaestor.exported=10000}. */
@Tag("conformance")
class TestExportReaders {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int SIZE = Integer.getInteger("quaestor.exported", 480);

  @TempDir Path folder;

  @Test
  void aParserOfMoodlesGrammarReadsTheSameGift() throws Exception {
    Path gift = written("questions.gift", GiftWriter::new);
    Path node = Programs.node();
    String printed = Programs.run(node, Map.of(), List.of("node", "gift.mjs", gift.toString()));
    List<Seen> expected =
        expected(true).stream()
            .filter(seen -> seen.answers().isEmpty() || !isMatch(seen.answers().get(0)))
            .map(TestExportReaders::withoutMatches)
            .toList();
    assertEquals(expected, seen(printed));
  }

  @Test
  void pythonReadsTheSameNotesForAnki() throws Exception {
    Path notes = written("notes.txt", AnkiWriter::new);
    List<List<String>> python = List.of(List.of("python3", "--version"));
    Path scripts = Programs.install("anki", "anki", "anki.py", python);
    String printed =
        Programs.run(scripts, Map.of(), List.of("python3", "anki.py", notes.toString()));
    assertEquals(expected(false), seen(printed));
  }

  /** GIFT cannot hold it in an answer. */
  private static boolean isMatch(String answer) {
    return answer.contains("->");
  }

  private static Seen withoutMatches(Seen seen) {
    List<String> answers = seen.answers().stream().filter(answer -> !isMatch(answer)).toList();
    return new Seen(seen.id(), seen.stem(), seen.options(), answers);
  }

  private Path written(String name, Function<Writer, QuestionWriter> format) throws IOException {
    Path file = folder.resolve(name);
    try (Writer out = Files.newBufferedWriter(file)) {
      QuestionWriter writer = format.apply(out);
      writer.begin();
      for (Question question : questions()) {
        if (writer.problem(Item.of(question)) == null) {
          writer.write(Item.of(question));
        }
      }
      writer.end();
    }
    return file;
  }

  private static List<Question> questions() {
    return IntStream.range(0, SIZE).mapToObj(Odd::question).toList();
  }

  private static List<Seen> expected(boolean moodle) {
    return questions().stream().map(question -> Seen.of(question, moodle, moodle)).toList();
  }

  private static List<Seen> seen(String printed) {
    return printed.lines().map(TestExportReaders::one).toList();
  }

  private static Seen one(String line) {
    try {
      return MAPPER.readValue(line, Seen.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(line, e);
    }
  }
}
