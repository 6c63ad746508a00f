package io.quaestor.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.TestSession;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Question;
import io.quaestor.udfs.structure.QuestionType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TestExport {
  private static final Selection SERVED = new Selection(false, List.of(), null, null, null, null);
  private final Question choice = Odd.question("q1", QuestionType.MCQ_SINGLE, 1);
  private final Question writing = Odd.question("q2", QuestionType.WRITING, 2);

  private Path folder;
  private Lake lake;

  @BeforeAll
  void fill(@TempDir Path temporary) {
    folder = temporary;
    lake = Lake.open(TestSession.small(), folder.resolve("warehouse").toString());
    List<Question> questions =
        List.of(choice, writing, Odd.question("q3", QuestionType.WRITING, 25));
    lake.add(
        Tables.QUESTIONS, lake.spark().createDataset(questions, RecordEncoder.of(Question.class)));
    lake.spark()
        .sql(
            "UPDATE delta.`%s/questions` SET type = if(question_id = 'q2', 'matching', type),"
                    .formatted(lake.root())
                + " review_status = if(question_id = 'q3', 'stale', review_status)");
  }

  @Test
  void fullRecordsAreThoseServedUnlessToldOtherwise() throws Exception {
    Path out = folder.resolve("served.jsonl");
    assertEquals(
        "{selected=2, exported=2, left_out=0}",
        export(Format.JSONL, SERVED, out).counts().toString());
    List<String> lines = Files.readAllLines(out);
    assertEquals(2, lines.size());
    JsonNode first = new ObjectMapper().readTree(lines.get(0));
    assertEquals("q1", first.get("question_id").asText());
    assertEquals(choice.stem(), first.get("stem").asText());
    assertEquals(choice.options().get(1), first.at("/options/1").asText());
    assertTrue(first.get("parent_question_id").isNull(), "nothing is left out");
    JobException there = assertThrows(JobException.class, () -> export(Format.JSONL, SERVED, out));
    assertEquals(out + " is there already", there.getMessage());
    Selection unit = new Selection(true, List.of(), null, "bat_5", null, null);
    assertEquals(1, export(Format.CSV, unit, folder.resolve("unit.csv")).counts().get("exported"));
    assertEquals(List.of(), hidden(), "nothing is left of making them");
  }

  @Test
  void whatAFormatCannotHoldIsCounted() throws Exception {
    Path out = folder.resolve("served.xml");
    JobOutcome outcome = export(Format.MOODLE_XML, SERVED, out);
    assertEquals(
        Map.of("selected", 2L, "exported", 1L, "left_out", 1L, "left_out_unknown_type", 1L),
        new TreeMap<>(outcome.counts()));
    assertEquals(JobOutcome.PARTIAL, outcome.status());
    assertEquals(
        List.of(Seen.of(choice, true, true)), XmlReaders.moodle(Files.newInputStream(out)));
  }

  private JobOutcome export(Format format, Selection selection, Path out) {
    return new ExportJob(lake, new ExportOptions(format, selection, out.toString(), false))
        .execute();
  }

  private List<Path> hidden() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith(".")).toList();
    }
  }
}
