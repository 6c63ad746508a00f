package io.quaestor.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.generate.variants.VariantsOptions;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import io.quaestor.llm.ScriptedModel;
import io.quaestor.tables.GenerationRun;
import io.quaestor.tables.Question;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs of the pipeline {@code variants} against a scripted provider. */
class TestVariantsRuns {
  private static final Clock CLOCK = Clock.fixed(TinyCorpus.NOON, ZoneOffset.UTC);
  private static final List<String> STEMS =
      List.of(
          "Quand quitte-t-on la gare avec le 0-1 ?",
          "Lequel part avant tous ?",
          "Quand part le train un ?",
          "Avant quelle heure faut-il venir ?");

  @TempDir Path folder;

  @Test
  void oneCallMakesVariantsThatAreDraftsOfTheirParent() {
    try (ScriptedModel model = new ScriptedModel(TestVariantsRuns::variants)) {
      Lake lake = lakeWithParent();
      JobOutcome outcome = job(lake, model, "first", options(4, 1)).execute();
      assertEquals("complete", outcome.status());
      assertEquals(1, model.asked().size());
      assertPrompt(model.asked().get(0));
      Map<String, Question> variants =
          variantsIn(lake).stream().collect(Collectors.toMap(Question::stem, v -> v));
      assertEquals(4, variants.size());
      for (Question variant : variants.values()) {
        assertEquals("draft", variant.reviewStatus());
        assertEquals("pending", variant.qualityStatus());
        assertEquals("variants", variant.pipeline());
        assertEquals("advanced", variant.difficulty());
        List<String> issues = variant.qualityFlags().issues();
        assertEquals(
            variant.stem().equals(STEMS.get(2)) ? List.of("similar_to_parent") : List.of(),
            issues,
            variant.stem());
      }
      assertLineage(lake.read(Tables.GENERATION_RUNS).first());
    }
  }

  @Test
  void theSameAgainMakesNoCallAndAnotherSeedMakesOthers() {
    try (ScriptedModel model = new ScriptedModel(TestVariantsRuns::variants)) {
      Lake lake = lakeWithParent();
      VariantsJob first = job(lake, model, "first", options(2, 1));
      first.execute();
      VariantsJob again = job(lake, model, "again", options(2, 1));
      assertFalse(again.execute().changed());
      assertEquals(first.runId(), again.runId());
      assertEquals(1, model.asked().size());
      VariantsJob other = job(lake, model, "other", options(2, 2));
      assertTrue(other.execute().changed());
      assertNotEquals(first.runId(), other.runId());
      assertEquals(2, model.asked().size());
      List<Question> later =
          variantsIn(lake).stream().filter(v -> v.runId().equals(other.runId())).toList();
      assertEquals(
          List.of(List.of("similar_to_sibling"), List.of("similar_to_sibling")),
          later.stream().map(v -> v.qualityFlags().issues()).toList());
    }
  }

  @Test
  void whatCannotBeDoneIsRefusedBeforeAnythingIsAsked() {
    try (ScriptedModel model = new ScriptedModel(TestVariantsRuns::variants)) {
      Lake lake = lakeWithParent();
      TinyCorpus.insert(
          lake, Tables.QUESTIONS, List.of(TinyCorpus.question("old", "chunk-gone", "sha")));
      assertRefused("bad_count", "--count 51 is not within 1 to 50", lake, model, options(51, 1));
      assertRefused("bad_count", "--count 0 is not within 1 to 50", lake, model, options(0, 1));
      assertRefused("unknown_parent", "There is no question lost", lake, model, of("lost"));
      assertRefused("source_not_current", "chunk-gone", lake, model, of("old"));
      assertEquals(List.of(), model.asked());
    }
  }

  private static void assertPrompt(String prompt) {
    assertTrue(
        prompt.contains("\"task\":\"variants\",\"count\":4,\"type\":\"mcq_single\""), prompt);
    assertTrue(prompt.contains("\"notes\":\"Soyez brefs.\""), prompt);
    assertTrue(prompt.contains("\"stem\":\"" + TinyCorpus.PARENT_STEM), prompt);
    assertTrue(prompt.contains(TinyCorpus.sentence(0, 1)), prompt);
  }

  private static void assertLineage(GenerationRun run) {
    Map<String, String> expected =
        Map.of(
            "parent_question_id", "parent",
            "parent_content_sha256", "sha",
            "source_version", "sha-1",
            "count", "4",
            "type", "mcq_single",
            "difficulty", "advanced",
            "notes", "Soyez brefs.",
            "created_by", "anna");
    assertEquals(expected, run.arguments());
    assertEquals(List.of("variants"), List.copyOf(run.prompts().keySet()));
  }

  private static void assertRefused(
      String code, String says, Lake lake, ScriptedModel model, VariantsOptions options) {
    JobException refused =
        assertThrows(JobException.class, () -> job(lake, model, "refused", options));
    assertEquals(code, refused.code());
    assertEquals(2, refused.exitCode().value());
    assertTrue(refused.getMessage().contains(says), refused.getMessage());
  }

  private Lake lakeWithParent() {
    Lake lake = TinyCorpus.lake(folder, 2);
    TinyCorpus.insert(
        lake, Tables.QUESTIONS, List.of(TinyCorpus.question("parent", "chunk-0", "sha")));
    return lake;
  }

  private static List<Question> variantsIn(Lake lake) {
    return lake.read(Tables.QUESTIONS)
        .filter("parentQuestionId = 'parent'")
        .orderBy("questionId")
        .collectAsList();
  }

  private static String variants(String prompt) {
    int count = Integer.parseInt(prompt.replaceAll("(?s).*\"count\":(\\d+).*", "$1"));
    return IntStream.range(0, count)
        .mapToObj(i -> variant(STEMS.get(i)))
        .collect(Collectors.joining(",", "{\"questions\":[", "]}"));
  }

  private static String variant(String stem) {
    return """
        {"passage":"P1","stem":"%s","options":["1","2","3"],"answer":["1"],
         "acceptable_variations":[],"explanation":"","distractor_rationales":[],
         "evidence_span_ids":["s1"],"quotes":["%s"]}"""
        .formatted(stem, TinyCorpus.sentence(0, 1));
  }

  private static VariantsOptions options(int count, long seed) {
    return new VariantsOptions("parent", count, "advanced", null, "Soyez brefs.", "anna", seed);
  }

  private static VariantsOptions of(String parent) {
    return new VariantsOptions(parent, null, null, null, null, "anna", 1);
  }

  private static VariantsJob job(
      Lake lake, ScriptedModel model, String runId, VariantsOptions options) {
    return new VariantsJob(TinyCorpus.context(lake, model.url(), runId), options, CLOCK);
  }
}
