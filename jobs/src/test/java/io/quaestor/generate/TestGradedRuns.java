package io.quaestor.generate;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobContext;
import io.quaestor.Progress;
import io.quaestor.conf.GradedConf;
import io.quaestor.conf.PlanConf;
import io.quaestor.generate.graded.GradedPipeline;
import io.quaestor.generate.graded.Rescore;
import io.quaestor.generate.plan.RunSpec;
import io.quaestor.generate.plan.Scope;
import io.quaestor.generate.plan.Source;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Table;
import io.quaestor.lake.Tables;
import io.quaestor.llm.ScriptedModel;
import io.quaestor.tables.GenerationRun;
import io.quaestor.tables.Measure;
import io.quaestor.tables.Question;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole run against a scripted judge: four topics, three questions each. */
class TestGradedRuns {
  private static final String KEEP = "1,1,1,1,4,4,4,4";
  private static final String REPAIR = "1,1,1,0,4,4,4,4";
  private static final String REJECT = "0,0,1,1,4,4,4,4";

  private static final Clock CLOCK = Clock.fixed(TinyCorpus.NOON, ZoneOffset.UTC);
  private static final Pattern COUNT = Pattern.compile("\"count\":(\\d+)");

  @TempDir Path folder;

  @Test
  void everyTopicEndsAsItsCallsDo() {
    try (ScriptedModel model = new ScriptedModel(TestGradedRuns::script)) {
      Lake lake = TinyCorpus.lake(folder, 4);
      List<String> notes = new ArrayList<>();
      assertEquals("partial", job(lake, model, notes).execute().status());
      judgedTopic(lake);
      topicWithoutJudge(lake);
      topicWithoutRepair(lake);
      topicWithoutCandidates(lake, notes);
      List<Question> first = questions(lake);
      int calls = model.asked().size();
      otherThresholdsFlipWhatTheyShould(lake, model);
      assertEquals(calls, model.asked().size());
      job(lake, model, notes).execute();
      assertEquals(first, questions(lake));
      List<String> again = model.asked().subList(calls, model.asked().size());
      assertTrue(again.stream().allMatch(TestGradedRuns::failing), again::toString);
    }
  }

  @Test
  void aTrialPrintsWhatCameAndStoresNoQuestion() {
    try (ScriptedModel model = new ScriptedModel(TestGradedRuns::script)) {
      Lake lake = TinyCorpus.lake(folder, 2);
      Scope first = new Scope(null, null, 1);
      HarnessOptions options = new HarnessOptions(List.of("graded"), first, 2, 1);
      Harness harness = new Harness(model.context(lake, "run"), options, CLOCK);
      Map<String, Long> counts = harness.execute().counts();
      Trial trial = harness.trials().get(0);
      assertEquals(List.of("Trains 0"), trial.topics().stream().map(Trial.Topic::topic).toList());
      assertEquals(
          counts.get("generated"),
          counts.get("kept") + counts.get("repaired") + counts.get("rejected"));
      assertEquals(trial.scores().n(), counts.get("kept") + counts.get("repaired"));
      assertEquals(9.2, trial.scores().max(), 1e-9);
      assertTrue(trial.costPerQuestion() > 0);
      for (Table<?> table : List.of(Tables.QUESTIONS, Tables.GENERATION_RUNS, Tables.PLANS)) {
        assertFalse(lake.exists(table), table.name());
      }
    }
  }

  /** Judgements came to 9.2 (keep), 7.7 (repair) and 6.2 (reject), or were never made. */
  private static void otherThresholdsFlipWhatTheyShould(Lake lake, ScriptedModel model) {
    GradedConf shipped = (GradedConf) model.context(lake, "other").home().pipeline("graded");
    assertEquals(0, new Rescore(lake, shipped, null).execute().counts().get("flips"));
    GradedConf stricter = shipped.with(Map.of("total_score", "9.5"), Map.of());
    Rescore rescore = new Rescore(lake, stricter, null);
    Map<String, Long> counts = rescore.execute().counts();
    long kept =
        lake.read(Tables.JUDGEMENTS)
            .filter("verdict = 'keep' AND NOT array_contains(problems, 'judge_pass_skipped')")
            .count();
    assertTrue(kept > 0);
    assertEquals(kept, counts.get("flips"));
    rescore.examples(100).forEach(flip -> assertEquals("repair", flip.after()));
  }

  private static GenerateJob job(Lake lake, ScriptedModel model, List<String> notes) {
    JobContext silent = model.context(lake, "run");
    Progress noting =
        new Progress() {
          @Override
          public void at(String what, long done, long total) {}

          @Override
          public void note(String line) {
            notes.add(line);
          }
        };
    JobContext context = new JobContext(lake, silent.home(), silent.ledger(), noting);
    GradedPipeline pipeline = new GradedPipeline(context, byThrees(context));
    Source source = Source.of(lake, Scope.ALL);
    RunSpec spec =
        RunSpecs.of(GenerateOptions.all("graded", 7, 1), context.home(), source, pipeline);
    return new GenerateJob(context, CLOCK, source, pipeline, spec);
  }

  /** As shipped, with three questions of each of the four topics for seven wanted. */
  private static GradedConf byThrees(JobContext context) {
    GradedConf shipped = (GradedConf) context.home().pipeline("graded");
    PlanConf plan = shipped.plan();
    return new GradedConf(
        shipped.kind(),
        shipped.version(),
        shipped.target(),
        new PlanConf(
            3,
            plan.batchRetries(),
            plan.maxRounds(),
            plan.chunksPerUnitCap(),
            plan.types(),
            plan.difficulties(),
            plan.routing()),
        shipped.rubric(),
        shipped.dimensions(),
        1.7,
        shipped.questionsPerTopic(),
        shipped.thresholds(),
        shipped.minGrounding(),
        shipped.rejectFlaws(),
        shipped.targets(),
        shipped.generate(),
        shipped.judge(),
        shipped.repair());
  }

  private static void judgedTopic(Lake lake) {
    List<Question> questions = of(lake, "Trains 0");
    assertEquals(2, questions.size());
    assertFalse(questions.get(0).qualityFlags().wasRepaired());
    assertEquals(9.2, questions.get(0).qualityScore(), 1e-9);
    assertEquals(1.0, questions.get(0).qualityFlags().scores().get("grounded"));
    assertEquals("v4", questions.get(0).qualityFlags().pipelineVersion());
    assertTrue(questions.get(1).qualityFlags().wasRepaired());
    assertTrue(questions.get(1).stem().contains("mended"));
    assertEquals(1, rejectedFor(lake, "below_rubric"));
    assertEquals(List.of("accepted", "repaired", "accepted", "rejected"), outcomes(lake));
    assertEquals(0.5, measure(lake, "repair_recovery").share());
    assertEquals(1.0, measure(lake, "grounded").share());
  }

  private static void topicWithoutJudge(Lake lake) {
    List<Question> questions = of(lake, "Trains 1");
    assertEquals(3, questions.size());
    for (Question question : questions) {
      assertEquals(List.of("judge_pass_skipped"), question.qualityFlags().issues());
      assertEquals("pending", question.qualityStatus());
      assertEquals(1.0, question.qualityFlags().scores().get("grounded"));
      assertEquals(3.0, question.qualityFlags().scores().get("clarity"));
    }
    assertEquals(4, measure(lake, "quality_score_7").n());
  }

  private static void topicWithoutRepair(Lake lake) {
    assertEquals(2, of(lake, "Trains 2").size());
    assertEquals(1, rejectedFor(lake, "repair_unavailable"));
  }

  private static void topicWithoutCandidates(Lake lake, List<String> notes) {
    assertEquals(0, of(lake, "Trains 3").size());
    assertEquals(3, rejectedFor(lake, "no_questions"));
    assertTrue(
        notes.stream().anyMatch(n -> n.contains("Trains 3") && n.contains("skipped")),
        notes::toString);
  }

  private static String script(String call) {
    boolean mended = call.contains("mended");
    return switch (task(call)) {
      case "graded-generate" -> about(call, 3) ? "{\"questions\":[]}" : written(call, "question");
      case "judge" ->
          failing(call)
              ? null
              : mended
                  ? judgements(KEEP)
                  : about(call, 0)
                      ? judgements(KEEP, REPAIR, REJECT)
                      : judgements(KEEP, REPAIR, KEEP);
      case "repair" -> failing(call) ? null : repairs(call, "mended");
      default -> null;
    };
  }

  /** The calls that get no answer. */
  private static boolean failing(String call) {
    return task(call).equals("judge") && about(call, 1)
        || task(call).equals("repair") && about(call, 2);
  }

  private static boolean about(String call, int topic) {
    return call.contains("topic=\"Trains %d\"".formatted(topic));
  }

  private static String task(String call) {
    return call.replaceFirst("(?s).*<request>\\{\"task\":\"([a-z-]+)\".*", "$1");
  }

  private static int count(String call) {
    Matcher count = COUNT.matcher(call);
    return count.find() ? Integer.parseInt(count.group(1)) : 0;
  }

  private static int topic(String call) {
    return IntStream.range(0, 4).filter(n -> about(call, n)).findFirst().orElseThrow();
  }

  private static List<Question> questions(Lake lake) {
    return lake.read(Tables.QUESTIONS).orderBy("batchId", "slot").collectAsList();
  }

  private static long rejectedFor(Lake lake, String reason) {
    return lake.read(Tables.REJECTIONS).filter(col("reasons").getItem(0).equalTo(reason)).count();
  }

  private static List<Question> of(Lake lake, String topic) {
    return questions(lake).stream().filter(q -> q.topic().equals(topic)).toList();
  }

  private static List<String> outcomes(Lake lake) {
    return lake.read(Tables.JUDGEMENTS)
        .join(lake.read(Tables.PLANS).select("batchId", "topic"), "batchId")
        .filter("topic = 'Trains 0'")
        .orderBy("slot", "pass")
        .select("outcome")
        .as(org.apache.spark.sql.Encoders.STRING())
        .collectAsList();
  }

  private static Measure measure(Lake lake, String name) {
    GenerationRun run = lake.read(Tables.GENERATION_RUNS).first();
    return run.measures().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
  }

  private static String written(String call, String stem) {
    return "{\"questions\":[%s]}"
        .formatted(
            IntStream.range(0, count(call))
                .mapToObj(
                    i ->
                        question(
                            "%s %d: quand part le train %d ?".formatted(stem, i, topic(call)),
                            topic(call)))
                .collect(Collectors.joining(",")));
  }

  private static String question(String stem, int topic) {
    return """
        {"passage":"P1","stem":"%s","options":["une heure","midi","minuit","deux heures"],"answer":["une heure"],
        "acceptable_variations":[],"explanation":"","distractor_rationales":[{"option":"midi",
        "rationale_type":"misconception","rationale":"on confond"}],"evidence_span_ids":["s1"],
        "quotes":["%s"],"reasoning_steps":2,"define_or_identify":false,
        "uses_material_context":true}"""
        .formatted(stem, TinyCorpus.sentence(topic, 1));
  }

  private static String repairs(String call, String word) {
    String stem = word.isEmpty() ? "" : word + ": quand part le train ?";
    return "{\"repairs\":[{\"index\":1,\"question\":%s}]}".formatted(question(stem, topic(call)));
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
