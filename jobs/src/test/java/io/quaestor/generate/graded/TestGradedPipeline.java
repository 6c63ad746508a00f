package io.quaestor.generate.graded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobOutcome;
import io.quaestor.generate.Rehearsal;
import io.quaestor.generate.TaskServer;
import io.quaestor.generate.TaskServer.Call;
import io.quaestor.lake.Tables;
import io.quaestor.tables.GenerationRun;
import io.quaestor.tables.Judgement;
import io.quaestor.tables.Measure;
import io.quaestor.tables.Question;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs against a scripted judge; each batch is one topic with three questions. */
class TestGradedPipeline {
  private static final String KEEP = "1,1,1,1,4,4,4,4";
  private static final String REPAIR = "1,1,1,0,4,4,4,4";
  private static final String REJECT = "0,0,1,1,4,4,4,4";

  @TempDir Path folder;

  @Test
  void theRubricKeepsRepairsOnceAndRejects() throws Exception {
    Function<Call, String> script =
        script(
            call -> written(call, "question"),
            call ->
                call.user().contains("mended")
                    ? judgements(KEEP, KEEP, KEEP)
                    : judgements(KEEP, REPAIR, REJECT),
            call -> repairs("mended"));
    try (TaskServer server = TaskServer.start(script)) {
      Rehearsal rehearsal = new Rehearsal(folder, server, 1);
      JobOutcome outcome = rehearsal.generate("graded", 2);
      assertEquals("complete", outcome.status());
      List<Question> questions = rehearsal.questions();
      assertEquals(2, questions.size());
      assertFalse(questions.get(0).qualityFlags().wasRepaired());
      assertEquals(9.2, questions.get(0).qualityScore(), 1e-9);
      assertEquals(1.0, questions.get(0).qualityFlags().scores().get("grounded"));
      assertTrue(questions.get(1).qualityFlags().wasRepaired());
      assertTrue(questions.get(1).stem().contains("mended"));
      assertEquals(1, rehearsal.rejectedFor("below_rubric"));
      assertEquals(List.of("accepted", "repaired", "accepted", "rejected"), outcomes(rehearsal));
      assertEquals(1.0, measure(rehearsal, "repair_recovery").share());
    }
  }

  @Test
  void aRepairThatDoesNotReachKeepIsRejected() throws Exception {
    Function<Call, String> script =
        script(
            call -> written(call, "question"),
            call -> judgements(REPAIR, REPAIR, REPAIR),
            call -> repairs("mended"));
    try (TaskServer server = TaskServer.start(script)) {
      Rehearsal rehearsal = new Rehearsal(folder, server, 1);
      rehearsal.generate("graded", 2);
      assertEquals(0, rehearsal.questions().size());
      assertTrue(rehearsal.rejectedFor("repair_below_keep") > 0);
      assertEquals(0.0, measure(rehearsal, "repair_recovery").share());
      assertNull(measure(rehearsal, "grounded").share());
    }
  }

  @Test
  void aRepairWithABrokenStructureIsNotTriedAgain() throws Exception {
    Function<Call, String> script =
        script(
            call -> written(call, "question"),
            call -> judgements(REPAIR, KEEP, KEEP),
            call -> repairs(""));
    try (TaskServer server = TaskServer.start(script)) {
      Rehearsal rehearsal = new Rehearsal(folder, server, 1);
      rehearsal.generate("graded", 2);
      assertEquals(1, rehearsal.rejectedFor("empty_stem"));
      assertEquals(1, server.asked("judge"));
      assertEquals(1, server.asked("repair"));
    }
  }

  @Test
  void whileTheJudgeIsOutEverythingIsKeptAndSaysSo() throws Exception {
    Function<Call, String> script =
        script(call -> written(call, "question"), call -> null, call -> repairs("mended"));
    try (TaskServer server = TaskServer.start(script)) {
      Rehearsal rehearsal = new Rehearsal(folder, server, 1);
      JobOutcome outcome = rehearsal.generate("graded", 2);
      assertEquals("partial", outcome.status());
      assertEquals(3, rehearsal.questions().size());
      for (Question question : rehearsal.questions()) {
        assertEquals(List.of("judge_pass_skipped"), question.qualityFlags().issues());
        assertEquals("pending", question.qualityStatus());
        assertEquals(1.0, question.qualityFlags().scores().get("grounded"));
        assertEquals(3.0, question.qualityFlags().scores().get("clarity"));
      }
      assertEquals(0, server.asked("repair"));
      assertNull(measure(rehearsal, "quality_score_7").share());
    }
  }

  @Test
  void whileRepairIsOutWhatNeedsItIsRejected() throws Exception {
    Function<Call, String> script =
        script(
            call -> written(call, "question"),
            call -> judgements(KEEP, REPAIR, KEEP),
            call -> null);
    try (TaskServer server = TaskServer.start(script)) {
      Rehearsal rehearsal = new Rehearsal(folder, server, 1);
      JobOutcome outcome = rehearsal.generate("graded", 2);
      assertEquals("partial", outcome.status());
      assertEquals(2, rehearsal.questions().size());
      assertEquals(1, rehearsal.rejectedFor("repair_unavailable"));
    }
  }

  @Test
  void scoresOutOfRangeAndSilenceAreNeitherPassNorClamped() throws Exception {
    Function<Call, String> script =
        script(
            call -> written(call, "question"),
            call -> judgements("1,1,1,1,6,4,4,4", "1,1,1,1,4,4,4,0.5"),
            call -> repairs("mended"));
    try (TaskServer server = TaskServer.start(script)) {
      Rehearsal rehearsal = new Rehearsal(folder, server, 1);
      rehearsal.generate("graded", 2);
      assertEquals(0, rehearsal.questions().size());
      assertEquals(2, rehearsal.rejectedFor("judgement_invalid"));
      assertEquals(1, rehearsal.rejectedFor("judgement_missing"));
      assertTrue(
          rehearsal.rejections().stream()
              .anyMatch(r -> r.reasons().contains("non_trivial_out_of_range")));
    }
  }

  @Test
  void hardRejectionsComeBeforeTheJudge() throws Exception {
    Function<Call, String> script =
        script(
            call ->
                written(call, "question").replace("\"reasoning_steps\":2", "\"reasoning_steps\":1"),
            call -> judgements(KEEP, KEEP, KEEP),
            call -> repairs("mended"));
    try (TaskServer server = TaskServer.start(script)) {
      Rehearsal rehearsal = new Rehearsal(folder, server, 1);
      rehearsal.generate("graded", 2);
      assertEquals(3, rehearsal.rejectedFor("reasoning_too_shallow"));
      assertEquals(0, server.asked("judge"));
    }
  }

  @Test
  void aTopicWithoutCandidatesIsSkippedAndNamed() throws Exception {
    Function<Call, String> script =
        script(
            call ->
                call.user().contains("topic=\"Topic 1\"")
                    ? "{\"questions\":[]}"
                    : written(call, "question"),
            call -> judgements(KEEP, KEEP, KEEP),
            call -> repairs("mended"));
    try (TaskServer server = TaskServer.start(script)) {
      Rehearsal rehearsal = new Rehearsal(folder, server, 2);
      JobOutcome outcome = rehearsal.generate("graded", 2);
      assertEquals("partial", outcome.status());
      assertTrue(
          rehearsal.notes().stream().anyMatch(note -> note.contains("Topic 1")),
          rehearsal.notes()::toString);
      assertTrue(rehearsal.questions().stream().allMatch(q -> q.topic().equals("Topic 0")));
    }
  }

  @Test
  void theSameRunAgainAsksNothing() throws Exception {
    Function<Call, String> script =
        script(
            call -> written(call, "question"),
            call -> judgements(KEEP, KEEP, KEEP),
            call -> repairs("mended"));
    try (TaskServer server = TaskServer.start(script)) {
      Rehearsal rehearsal = new Rehearsal(folder, server, 1);
      rehearsal.generate("graded", 2);
      List<Question> first = rehearsal.questions();
      int calls = server.calls().size();
      assertFalse(rehearsal.generate("graded", 2).changed());
      assertEquals(calls, server.calls().size());
      assertEquals(first, rehearsal.questions());
    }
  }

  private static List<String> outcomes(Rehearsal rehearsal) {
    return rehearsal.lake().read(Tables.JUDGEMENTS).orderBy("slot", "pass").collectAsList().stream()
        .map(Judgement::outcome)
        .toList();
  }

  private static Measure measure(Rehearsal rehearsal, String name) {
    GenerationRun run = rehearsal.lake().read(Tables.GENERATION_RUNS).first();
    return run.measures().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
  }

  private static Function<Call, String> script(
      Function<Call, String> write, Function<Call, String> judge, Function<Call, String> repair) {
    return call ->
        switch (call.task()) {
          case "graded-generate" -> write.apply(call);
          case "judge" -> judge.apply(call);
          case "repair" -> repair.apply(call);
          default -> null;
        };
  }

  private static String written(Call call, String stem) {
    int seed = call.request().path("seed").asInt();
    return "{\"questions\":[%s]}"
        .formatted(
            IntStream.range(0, call.count())
                .mapToObj(
                    i ->
                        question("%s %d of %d: where does the cat sleep?".formatted(stem, i, seed)))
                .collect(Collectors.joining(",")));
  }

  private static String question(String stem) {
    return """
        {"passage":"P1","stem":"%s","options":["sofa","garden","roof","street"],"answer":["sofa"],
        "acceptable_variations":[],"explanation":"","distractor_rationales":[{"option":"garden",
        "rationale_type":"misconception","rationale":"the dog is there"}],"evidence_span_ids":["s1"],
        "quotes":["The cat sleeps on the sofa."],"reasoning_steps":2,"define_or_identify":false,
        "uses_material_context":true}"""
        .formatted(stem);
  }

  private static String repairs(String word) {
    String stem = word.isEmpty() ? "" : word + ": where does the cat sleep now?";
    return "{\"repairs\":[{\"index\":1,\"question\":%s}]}".formatted(question(stem));
  }

  private static String judgements(String... rows) {
    String[] names = {
      "grounded", "answerable_from_context", "has_single_clear_correct", "format_justified",
      "non_trivial", "distractors_plausible", "clarity", "context_authentic"
    };
    return "{\"judgements\":[%s]}"
        .formatted(
            IntStream.range(0, rows.length)
                .mapToObj(
                    row -> {
                      String[] scores = rows[row].split(",");
                      String dimensions =
                          IntStream.range(0, names.length)
                              .mapToObj(i -> "\"%s\":%s".formatted(names[i], scores[i]))
                              .collect(Collectors.joining(","));
                      return "{\"index\":%d,%s,\"issues\":[],\"notes\":\"\"}"
                          .formatted(row + 1, dimensions);
                    })
                .collect(Collectors.joining(",")));
  }
}
