package io.quaestor.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.Progress;
import io.quaestor.conf.ConfHome;
import io.quaestor.generate.candidates.Sets;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import io.quaestor.llm.CallSetup;
import io.quaestor.llm.Ledger;
import io.quaestor.llm.ScriptedModel;
import io.quaestor.tables.Batch;
import io.quaestor.tables.Candidate;
import io.quaestor.tables.Question;
import io.quaestor.tables.Rejection;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs of the pipeline {@code candidates} against a scripted provider. */
class TestCandidatesRuns {
  private static final Path CONF = Path.of(System.getProperty("quaestor.root"), "conf");
  private static final Clock CLOCK = Clock.fixed(TinyCorpus.NOON, ZoneOffset.UTC);
  private static final String TOO_LOW =
      "{\"error\":\"candidate_scores_too_low\",\"code\":\"needs_attention\",\"details\":"
          + "{\"maxScore\":0.1875,\"minViableScore\":0.4,\"candidateCount\":3,"
          + "\"scores\":[0.1875,0.1875,0.1875]}}";

  @TempDir Path folder;

  private final List<String> notes = new ArrayList<>();

  @Test
  void oneCandidateOfThreeFailsTheOthersCompeteAndTheSameAgainMakesNoCall() {
    Function<String, String> script =
        prompt ->
            prompt.contains("\"approach\":\"conversational\"") ? null : written(prompt, 0.9, 0.8);
    try (ScriptedModel model = new ScriptedModel(script)) {
      Lake lake = TinyCorpus.lake(folder, 1);
      assertEquals("complete", job(lake, model, "first", Map.of()).execute().status());
      Map<String, Candidate> rows =
          lake.read(Tables.CANDIDATES).collectAsList().stream()
              .collect(Collectors.toMap(Candidate::approach, row -> row));
      assertEquals("call_failed", rows.get("conversational").problem());
      assertEquals(0.3, rows.get("conversational").temperature());
      assertTrue(rows.get("formal_academic").selected());
      assertEquals(rows.get("formal_academic").score(), rows.get("visual_story").score());
      assertEquals(
          List.of("fill_in_blank", "mcq_single"),
          lake.read(Tables.QUESTIONS).collectAsList().stream()
              .map(Question::type)
              .sorted()
              .toList());
      assertEquals(0, lake.read(Tables.REJECTIONS).count());
      Batch batch = lake.read(Tables.BATCHES).first();
      assertTrue(
          batch.details().startsWith("{\"method\":\"candidates\",\"candidate_count\":3,"),
          batch.details());
      assertTrue(notes.stream().anyMatch(note -> note.contains("too much alike: cosine 1.000")));
      int calls = model.asked().size();
      assertEquals(
          5, calls, "three candidates, one review of the two that are the same, a last one");
      assertFalse(job(lake, model, "second", Map.of()).execute().changed());
      assertEquals(calls, model.asked().size());
    }
  }

  @Test
  void whenAllScoresAreTooLowTheRunNeedsAttentionAndAsksNothingMore() {
    Function<String, String> script =
        prompt ->
            written(prompt, 0.5, 1).replaceAll("\"items\":.*", "\"items\":[" + broken() + "]}");
    try (ScriptedModel model = new ScriptedModel(script)) {
      Lake lake = TinyCorpus.lake(folder, 1);
      JobOutcome outcome = job(lake, model, "first", Map.of()).execute();
      assertEquals("needs_attention", outcome.status());
      assertEquals(3, outcome.exitCode().value());
      Batch batch = lake.read(Tables.BATCHES).orderBy("ordinal").first();
      assertEquals("needs_attention", batch.status());
      assertEquals(TOO_LOW, batch.details());
      assertEquals(2, batch.rejected() + batch.failed());
      assertTrue(notes.stream().anyMatch(note -> note.endsWith(TOO_LOW)), notes.toString());
      assertEquals(0, lake.read(Tables.QUESTIONS).count());
      Rejection rejection = lake.read(Tables.REJECTIONS).orderBy("slot").first();
      assertEquals("selection", rejection.stage());
      assertEquals(List.of("candidate_scores_too_low"), rejection.reasons());
      assertTrue(model.asked().stream().noneMatch(prompt -> prompt.contains("final-review")));
      int calls = model.asked().size();
      assertEquals("needs_attention", job(lake, model, "second", Map.of()).execute().status());
      assertEquals(calls, model.asked().size());
    }
  }

  @Test
  void aSetBelowTheReviewThresholdIsHeldBack() {
    try (ScriptedModel model = new ScriptedModel(prompt -> written(prompt, 0.9, 0.5))) {
      Lake lake = TinyCorpus.lake(folder, 1);
      assertEquals("needs_attention", job(lake, model, "first", Map.of()).execute().status());
      assertEquals(0, lake.read(Tables.QUESTIONS).count());
      assertTrue(
          notes.stream().anyMatch(note -> note.contains("\"error\":\"review_below_threshold\"")));
      List<Rejection> rejections = lake.read(Tables.REJECTIONS).collectAsList();
      assertTrue(rejections.stream().allMatch(row -> row.stage().equals("review")));
    }
  }

  @Test
  void withoutReviewsOnlyTheCandidatesAreAskedFor() {
    try (ScriptedModel model = new ScriptedModel(prompt -> written(prompt, 0, 0))) {
      Lake lake = TinyCorpus.lake(folder, 1);
      Map<String, String> skip = Map.of("SKIP_REVIEW", "1", "CANDIDATE_COUNT", "6");
      assertEquals("complete", job(lake, model, "first", skip).execute().status());
      assertEquals(6, model.asked().size());
      assertEquals(6, lake.read(Tables.PLANS).first().estimatedCalls());
      assertEquals(6, model.asked().stream().map(TestCandidatesRuns::seed).distinct().count());
      assertTrue(notes.contains("candidate_count is 6: 2 to 5 are recommended"), notes.toString());
      assertEquals(2, lake.read(Tables.QUESTIONS).count());
    }
  }

  private static String written(String prompt, double review, double last) {
    if (prompt.contains("\"task\":\"candidate\"")) {
      String sentence = TinyCorpus.sentence(0, 1);
      ObjectNode options =
          Sets.options(sentence, "Le train 0-1 part à [blank].", "1 heure", "2 heures", "midi");
      return Sets.set(options, Sets.numeric(sentence, "Il part à [blank] heures.", "1"));
    }
    return prompt.contains("\"task\":\"self-review\"") ? Sets.review(review) : Sets.last(last);
  }

  private static String broken() {
    return Sets.broken(TinyCorpus.sentence(0, 1)).toString();
  }

  private static String seed(String prompt) {
    return prompt.replaceAll("(?s).*\"seed\":(\\d+).*", "$1");
  }

  private GenerateJob job(
      Lake lake, ScriptedModel model, String runId, Map<String, String> environment) {
    ConfHome home = ConfHome.load(CONF, null, List.of(), environment::get).offline(model.url());
    CallSetup setup =
        new CallSetup(
            home.conf(),
            home.schemas(),
            lake.root().toString(),
            Map.of(),
            runId,
            CallSetup.Terms.NONE);
    Ledger ledger = new Ledger(lake, setup, null, environment::get, Progress.SILENT);
    JobContext context = new JobContext(lake, home, ledger, new Noting(notes));
    return new GenerateJob(context, GenerateOptions.all("candidates", 2, 1), CLOCK);
  }

  private record Noting(List<String> notes) implements Progress {
    @Override
    public void at(String what, long done, long total) {}

    @Override
    public void note(String line) {
      notes.add(line);
    }
  }
}
