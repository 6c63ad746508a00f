package io.quaestor.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobContext;
import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.TestSession;
import io.quaestor.conf.CorpusConf;
import io.quaestor.corpus.Ingest;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import io.quaestor.llm.ScriptedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSuggestTopics {
  private static final TopicsOptions ALL = new TopicsOptions(null, null);

  @TempDir Path folder;
  private Lake lake;
  private Path corpus;

  @BeforeEach
  void ingest() throws Exception {
    lake = Lake.open(TestSession.small(), folder.resolve("lake").toString());
    corpus = Files.createDirectories(folder.resolve("cours"));
    String body = "Il dort dans la maison de la ville. ".repeat(8);
    Files.writeString(corpus.resolve("eau.md"), "# Un\n\n%s\n\n# Deux\n\n%s".formatted(body, body));
    Files.writeString(corpus.resolve("air.md"), "# Trois\n\n" + body);
    read();
  }

  @Test
  void everyPassageHasATopicOrKeepsItsHeadingAndNothingIsAskedTwice() throws Exception {
    try (ScriptedModel model = new ScriptedModel(TestSuggestTopics::firstPassageOnly)) {
      JobOutcome outcome = suggest(model, "r1");
      assertEquals(
          "{units=2, asks=2, asks_failed=0, chunks=3, suggested=2, ignored=4, topics=2, covered=2,"
              + " missing=1}",
          outcome.counts().toString());
      assertEquals("complete", outcome.status());
      assertEquals(
          List.of(
              "air",
              "    1  La maison",
              "eau",
              "    1  La maison",
              "    1  Deux  (no topic; its heading)"),
          TopicLines.of(lake, null));
      assertTrue(
          model.asked().get(0).contains("{\"task\":\"topics\",\"max\":12,\"language\":\"fr\"}"));
      long version = lake.version(Tables.TOPICS);
      assertFalse(suggest(model, "r2").changed());
      assertEquals(version, lake.version(Tables.TOPICS));
      assertEquals(2, model.asked().size());
      Files.writeString(corpus.resolve("air.md"), "# Quatre\n\nIl ne dort pas.");
      read();
      assertTrue(suggest(model, "r3").changed());
      assertEquals(3, model.asked().size());
      assertEquals(3, lake.read(Tables.TOPICS).count());
    }
  }

  @Test
  void anAnswerThatCannotBeReadLeavesTheHeadingsAndIsSaid() throws Exception {
    try (ScriptedModel model = new ScriptedModel(message -> "no JSON")) {
      JobContext context = model.context(lake, "r1");
      JobOutcome outcome = new SuggestTopics(context, new TopicsOptions("eau", "strong")).execute();
      assertEquals("partial", outcome.status());
      assertEquals(1, outcome.counts().get("asks_failed"));
      assertEquals(2, outcome.counts().get("missing"));
      assertEquals(List.of("eau", "    1  Un  (no topic; its heading)"), lines().subList(0, 2));
    }
  }

  @Test
  void aPlanAsksNothingAndWhatIsMissingIsSaidBeforeAnyCall() throws Exception {
    try (ScriptedModel model = new ScriptedModel(message -> "")) {
      JobContext context = model.context(lake, "r1");
      TopicsPlan plan = new SuggestTopics(context, ALL).plan(LocalDate.parse("2026-11-21"));
      assertEquals(3, plan.counts().get("chunks"));
      assertTrue(plan.lines().get(1).startsWith("air, 1, 1, "), plan.lines().toString());
      assertTrue(plan.lines().get(3).matches("2 asks over 3 .* \\$0\\.00\\d\\d at list.*"));
      assertEquals("There is no unit x", refusal(context, new TopicsOptions("x", null)));
      assertEquals("There is no model y", refusal(context, new TopicsOptions(null, "y")));
      assertEquals(0, model.asked().size());
    }
  }

  private static String refusal(JobContext context, TopicsOptions options) {
    return assertThrows(JobException.class, () -> new SuggestTopics(context, options)).getMessage();
  }

  private JobOutcome suggest(ScriptedModel model, String runId) {
    return new SuggestTopics(model.context(lake, runId), ALL).execute();
  }

  private List<String> lines() {
    return TopicLines.of(lake, "eau");
  }

  private void read() {
    Clock noon = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    new Ingest(lake, new CorpusConf(20, 200, 2_000_000), noon).execute(List.of(corpus.toString()));
  }

  /** One good topic, one of a passage that was not shown, one without a name. */
  private static String firstPassageOnly(String message) {
    return "{\"topics\":[{\"name\":\"La  maison\",\"passages\":[\"P1\",\"P9\",\"P1\"]},"
        + "{\"name\":\"Rien\",\"passages\":[\"P7\"]},{\"name\":\" \",\"passages\":[\"P1\"]}]}";
  }
}
