package io.quaestor.generate.graded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobOutcome;
import io.quaestor.generate.Rehearsal;
import io.quaestor.generate.TaskServer;
import io.quaestor.generate.TaskServer.Call;
import io.quaestor.lake.Tables;
import io.quaestor.tables.GenerationRun;
import io.quaestor.tables.Measure;
import io.quaestor.tables.Question;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole run against a scripted judge: four topics, three or two questions each. */
class TestGradedPipeline {
  private static final String KEEP = "1,1,1,1,4,4,4,4";
  private static final String REPAIR = "1,1,1,0,4,4,4,4";
  private static final String REJECT = "0,0,1,1,4,4,4,4";

  @TempDir Path folder;

  @Test
  void everyTopicEndsAsItsCallsDo() throws Exception {
    try (TaskServer server = TaskServer.start(TestGradedPipeline::script)) {
      Rehearsal rehearsal = new Rehearsal(folder, server, 4);
      JobOutcome outcome = rehearsal.generate("graded", 7);
      assertEquals("partial", outcome.status());
      judgedTopic(rehearsal);
      topicWithoutJudge(rehearsal);
      topicWithoutRepair(rehearsal);
      topicWithoutCandidates(rehearsal);
      assertEquals(List.of(2L, 1L), List.of(server.asked("judge") - 2, server.asked("repair") - 1));
      List<Question> first = rehearsal.questions();
      int calls = server.calls().size();
      rehearsal.generate("graded", 7);
      assertEquals(first, rehearsal.questions());
      assertTrue(
          server.calls().subList(calls, server.calls().size()).stream()
              .allMatch(TestGradedPipeline::failing));
    }
  }

  private static void judgedTopic(Rehearsal rehearsal) {
    List<Question> questions = of(rehearsal, "Topic 0");
    assertEquals(2, questions.size());
    assertFalse(questions.get(0).qualityFlags().wasRepaired());
    assertEquals(9.2, questions.get(0).qualityScore(), 1e-9);
    assertEquals(1.0, questions.get(0).qualityFlags().scores().get("grounded"));
    assertEquals("v4", questions.get(0).qualityFlags().pipelineVersion());
    assertTrue(questions.get(1).qualityFlags().wasRepaired());
    assertTrue(questions.get(1).stem().contains("mended"));
    assertEquals(1, rehearsal.rejectedFor("below_rubric"));
    assertEquals(List.of("accepted", "repaired", "accepted", "rejected"), outcomes(rehearsal));
    assertEquals(0.5, measure(rehearsal, "repair_recovery").share());
    assertEquals(1.0, measure(rehearsal, "grounded").share());
  }

  private static void topicWithoutJudge(Rehearsal rehearsal) {
    List<Question> questions = of(rehearsal, "Topic 1");
    assertEquals(3, questions.size());
    for (Question question : questions) {
      assertEquals(List.of("judge_pass_skipped"), question.qualityFlags().issues());
      assertEquals("pending", question.qualityStatus());
      assertEquals(1.0, question.qualityFlags().scores().get("grounded"));
      assertEquals(3.0, question.qualityFlags().scores().get("clarity"));
    }
    assertEquals(4, measure(rehearsal, "quality_score_7").n());
  }

  private static void topicWithoutRepair(Rehearsal rehearsal) {
    assertEquals(2, of(rehearsal, "Topic 2").size());
    assertEquals(1, rehearsal.rejectedFor("repair_unavailable"));
  }

  private static void topicWithoutCandidates(Rehearsal rehearsal) {
    assertEquals(0, of(rehearsal, "Topic 3").size());
    assertEquals(2, rehearsal.rejectedFor("no_questions"));
    assertTrue(
        rehearsal.notes().stream().anyMatch(n -> n.contains("Topic 3") && n.contains("skipped")),
        rehearsal.notes()::toString);
  }

  private static String script(Call call) {
    boolean mended = call.user().contains("mended");
    return switch (call.task()) {
      case "graded-generate" -> about(call, 3) ? "{\"questions\":[]}" : written(call, "question");
      case "judge" ->
          failing(call)
              ? null
              : mended
                  ? judgements(KEEP)
                  : about(call, 0)
                      ? judgements(KEEP, REPAIR, REJECT)
                      : judgements(KEEP, REPAIR, KEEP);
      case "repair" -> failing(call) ? null : repairs("mended");
      default -> null;
    };
  }

  /** The calls that get no answer. */
  private static boolean failing(Call call) {
    return call.task().equals("judge") && about(call, 1)
        || call.task().equals("repair") && about(call, 2);
  }

  private static boolean about(Call call, int topic) {
    return call.user().contains("topic=\"Topic %d\"".formatted(topic));
  }

  private static List<Question> of(Rehearsal rehearsal, String topic) {
    return rehearsal.questions().stream().filter(q -> q.topic().equals(topic)).toList();
  }

  private static List<String> outcomes(Rehearsal rehearsal) {
    return rehearsal
        .lake()
        .read(Tables.JUDGEMENTS)
        .join(rehearsal.lake().read(Tables.PLANS).select("batchId", "topic"), "batchId")
        .filter("topic = 'Topic 0'")
        .orderBy("slot", "pass")
        .select("outcome")
        .as(org.apache.spark.sql.Encoders.STRING())
        .collectAsList();
  }

  private static Measure measure(Rehearsal rehearsal, String name) {
    GenerationRun run = rehearsal.lake().read(Tables.GENERATION_RUNS).first();
    return run.measures().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
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
