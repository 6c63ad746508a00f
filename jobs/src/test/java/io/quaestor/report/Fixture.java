package io.quaestor.report;

import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Table;
import io.quaestor.lake.Tables;
import io.quaestor.lake.View;
import io.quaestor.llm.Reply;
import io.quaestor.tables.Agreement;
import io.quaestor.tables.Audit;
import io.quaestor.tables.Batch;
import io.quaestor.tables.BlindSpot;
import io.quaestor.tables.CorpusUnit;
import io.quaestor.tables.Document;
import io.quaestor.tables.Evidence;
import io.quaestor.tables.GenerationRun;
import io.quaestor.tables.JobRun;
import io.quaestor.tables.Question;
import io.quaestor.tables.Rejection;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/** Seeded tables of some hundreds of questions, with everything the report shows. */
final class Fixture {
  static final String HOSTILE_STEM = "Choisissez </p><script>alert('stem')</script> & \"lisez\".";
  static final String HOSTILE_NOTE = "</script><img src=x onerror=alert(1)>\u2028 et la suite";
  static final String HOSTILE_UNIT = "le\u00e7on </script><b>7\u2028</b>";

  private static final Instant START = Instant.parse("2026-11-20T09:30:00Z");
  private static final List<String> UNITS =
      List.of("articles", "present", "passe-compose", "negation", "arithmetique", HOSTILE_UNIT);
  private static final List<String> TYPES =
      List.of("mcq_single", "mcq_multi", "true_false", "fill_in_blank", "short_answer");
  private static final List<String> LEVELS = List.of("beginner", "intermediate", "advanced");
  private static final List<String> SHARED =
      List.of("answer_correct", "grammar_correct", "no_hallucination", "question_coherent");
  private static final List<String> REASONS =
      List.of(
          "duplicate_option", "quote_not_found", "answer_wrong", "blank_count", "near_duplicate");

  private final Random random = new Random(7);
  final List<Document> documents = new ArrayList<>();
  final List<Batch> batches = new ArrayList<>();
  final List<Question> questions = new ArrayList<>();
  final List<Rejection> rejections = new ArrayList<>();
  final List<Audit> audits = new ArrayList<>();
  final List<Agreement> agreement = new ArrayList<>();
  final List<BlindSpot> blindSpots = new ArrayList<>();
  final List<Reply> calls = new ArrayList<>();

  /** Puts rows behind every table's name in the session, without the cost of writing them. */
  static Fixture into(SparkSession spark) {
    Fixture fixture = new Fixture();
    fixture.make();
    view(spark, Tables.DOCUMENTS, fixture.documents);
    view(spark, Tables.UNITS, UNITS.stream().map(Fixture::unit).toList());
    view(spark, Tables.GENERATION_RUNS, List.of(fixture.run()));
    view(spark, Tables.BATCHES, fixture.batches);
    view(spark, Tables.QUESTIONS, fixture.questions);
    view(spark, Tables.REJECTIONS, fixture.rejections);
    view(spark, Tables.AUDITS, fixture.audits);
    view(spark, Tables.AGREEMENT, fixture.agreement);
    view(spark, Tables.BLIND_SPOTS, fixture.blindSpots);
    view(spark, Tables.AUDITOR_PANELS, Comparisons.panels());
    view(spark, Tables.UNSCORED_RATES, Comparisons.unscored());
    view(spark, Tables.CRITERION_FAIL_RATES, Comparisons.failRates());
    view(spark, Tables.FAMILY_FAIL_RATES, Comparisons.families());
    view(spark, Tables.AUDITOR_ACCURACY, Comparisons.accuracy());
    view(spark, Tables.EXPERIMENT_RESULTS, Comparisons.experiment());
    view(spark, Tables.LLM_CALLS, fixture.calls);
    view(spark, Tables.JOB_RUNS, fixture.jobs());
    View.all().stream()
        .filter(view -> view.over().size() == 1)
        .forEach(v -> spark.sql(v.query()).createOrReplaceTempView(v.name()));
    return fixture;
  }

  long questions(String status) {
    return questions.stream().filter(q -> q.qualityStatus().equals(status)).count();
  }

  private static <T extends Record> void view(SparkSession spark, Table<T> table, List<T> rows) {
    Dataset<T> typed = spark.createDataset(rows, RecordEncoder.of(table.row()));
    String[] snake =
        Stream.of(typed.columns())
            .map(name -> name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT))
            .toArray(String[]::new);
    typed.toDF(snake).createOrReplaceTempView(table.name());
  }

  private void make() {
    for (int i = 0; i < 14; i++) {
      documents.add(document(i));
    }
    for (int i = 0; i < 66; i++) {
      batch(i);
    }
    compare();
  }

  private void batch(int i) {
    String unit = UNITS.get(i % UNITS.size() == 5 && i > 20 ? 0 : i % UNITS.size());
    int rejected = random.nextInt(3);
    boolean lost = i % 22 == 13;
    for (int slot = 0; slot < 5; slot++) {
      if (lost || slot < rejected) {
        rejections.add(rejection(i, slot, unit, lost));
      } else {
        question("q%03d%d".formatted(i, slot), i, unit);
      }
    }
    batches.add(
        new Batch(
            "b" + i,
            "run1",
            0,
            i,
            unit,
            "t",
            TYPES.get(i % 5),
            LEVELS.get(i % 3),
            "cheap",
            5,
            lost ? 0 : 5 - rejected,
            lost ? 0 : rejected,
            lost ? 5 : 0,
            0,
            lost ? "failed" : "complete",
            lost ? "failed: http_529" : null,
            null,
            1,
            "ask" + i,
            null));
    calls.add(call("generate", i % 3 == 0 ? "strong" : "cheap", i, lost ? "overloaded" : null));
    if (!lost) {
      calls.add(call("validate", "cheap", i, null));
    }
  }

  private void question(String id, int batch, String unit) {
    Map<String, Boolean> gate = new TreeMap<>();
    SHARED.forEach(c -> gate.put(c, random.nextInt(100) >= 6));
    gate.put("natural_french", random.nextInt(100) >= 4);
    gate.put("register_appropriate", random.nextInt(100) >= 1);
    Map<String, Boolean> soft =
        Map.of(
            "difficulty_appropriate", random.nextInt(100) >= 40,
            "variations_valid", random.nextInt(100) >= 22);
    boolean unscored = random.nextInt(40) == 0;
    Audit mistral = audit("mistral", id, unscored ? Map.of() : gate, unscored ? Map.of() : soft);
    Map<String, Boolean> other = new TreeMap<>();
    SHARED.forEach(c -> other.put(c, random.nextInt(100) >= (gate.get(c) ? 4 : 55)));
    audits.add(mistral);
    audits.add(audit("sonnet", id, random.nextInt(50) == 0 ? Map.of() : other, Map.of()));
    String status =
        switch (mistral.outcome()) {
          case "pass" -> "active";
          case "fail" -> "flagged";
          default -> "pending";
        };
    questions.add(question(id, batch, unit, status));
    calls.add(call("audit", "auditor", questions.size(), unscored ? "refused" : null));
    calls.add(call("audit", "strong", 1000 + questions.size(), null));
  }

  private Question question(String id, int batch, String unit, String status) {
    String type = TYPES.get(batch % 5);
    List<String> options = options(type);
    List<String> answer = answer(type);
    boolean hostile = questions.size() % 9 == 0;
    String stem =
        hostile
            ? HOSTILE_STEM
            : "Hier soir, les voisins [blank] avant la fin du repas; quel est le bon accord (%s)?"
                .formatted(id);
    return new Question(
        id,
        "b" + batch,
        "run1",
        unit,
        "topic",
        "d1",
        "c1",
        batch % 11 == 3 ? "q0000" : null,
        "v",
        "direct",
        "v2",
        "cheap",
        "ask" + batch,
        0,
        type,
        null,
        LEVELS.get(batch % 3),
        "fr",
        stem,
        options,
        answer,
        List.of(),
        "Le participe s\u2019accorde avec le sujet.",
        List.of(),
        new Evidence(
            List.of("s1"),
            List.of(),
            List.of(3),
            List.of("Avec \u00eatre, le participe pass\u00e9 s\u2019accorde avec le sujet.")),
        1.0,
        null,
        null,
        status,
        "draft",
        null,
        "sha" + id,
        START,
        START);
  }

  private static List<String> options(String type) {
    return switch (type) {
      case "mcq_single", "mcq_multi" ->
          List.of("sont partis", "est parti", "ont parti", "avaient parti");
      case "true_false" -> List.of("vrai", "faux");
      default -> List.of();
    };
  }

  private static List<String> answer(String type) {
    return switch (type) {
      case "mcq_single" -> List.of("sont partis");
      case "mcq_multi" -> List.of("sont partis", "est parti");
      case "true_false" -> List.of("faux");
      default -> List.of("l\u2019imparfait");
    };
  }

  private Audit audit(
      String auditor, String id, Map<String, Boolean> gate, Map<String, Boolean> soft) {
    String outcome = gate.containsValue(false) ? "fail" : gate.isEmpty() ? "unscored" : "pass";
    boolean hostile = questions.size() % 9 == 0;
    return new Audit(
        "a" + auditor + id,
        id,
        "sha" + id,
        auditor,
        auditor + "-model",
        "p1",
        "job",
        "ask",
        outcome,
        outcome.equals("unscored") ? "refused" : null,
        gate,
        soft,
        null,
        List.of(),
        List.of(),
        "minor",
        hostile ? HOSTILE_NOTE : "L\u2019accord est douteux.",
        false,
        START.plus(Duration.ofDays(questions.size() % 3)));
  }

  private Rejection rejection(int batch, int slot, String unit, boolean failed) {
    int reason = Math.min(random.nextInt(5), random.nextInt(5));
    return new Rejection(
        "r%d-%d".formatted(batch, slot),
        "run1",
        "b" + batch,
        slot,
        unit,
        "t",
        "c1",
        TYPES.get(batch % 5),
        LEVELS.get(batch % 3),
        failed ? "failed" : "rejected",
        failed ? "generation" : reason == 1 ? "evidence" : "structure",
        failed ? List.of("overloaded") : List.of(REASONS.get(reason)),
        failed ? null : "{}",
        "ask" + batch,
        START);
  }

  private Reply call(String purpose, String model, int i, String error) {
    boolean audit = purpose.equals("audit");
    return new Reply(
        "%s-%s-%d".formatted(purpose, model, i),
        "p",
        model,
        model + "-id",
        model + "-id",
        purpose,
        "s",
        0,
        error == null ? "ok" : error.equals("refused") ? "refused" : "failed",
        error == null ? "{}" : null,
        error == null ? "{}" : null,
        error,
        error == null ? null : "the model " + error + " it",
        error == null ? 200 : 529,
        error == null ? 1 : 5,
        audit ? 900 : 3400,
        audit ? 120 : 1500,
        audit ? 0 : 800,
        0,
        new BigDecimal(audit ? "0.0021" : "0.0118"),
        error == null ? 0 : 1,
        null,
        800,
        900,
        "req",
        "job",
        START);
  }

  private void compare() {
    for (String criterion : SHARED) {
      compared(criterion, "all", table(criterion));
    }
    compared("flagged_gate", "all", questionLevel(false));
    compared("flagged_any", "all", questionLevel(true));
    for (String type : TYPES) {
      compared("flagged_gate", "type=" + type, new long[] {40, 5, 7, 3, 1});
    }
    agreement.add(Comparisons.outdated("mistral", "sonnet"));
    for (String auditor : List.of("mistral", "sonnet")) {
      agreement.add(
          Comparisons.agreement(
              "human", auditor, "answer_correct", "all", new long[] {30, 2, 1, 7, 0}));
      agreement.add(
          Comparisons.agreement(
              "human", auditor, "flagged_gate", "all", new long[] {40, 0, 0, 0, 0}));
    }
  }

  private void compared(String criterion, String segment, long[] cells) {
    agreement.add(Comparisons.agreement("mistral", "sonnet", criterion, segment, cells));
  }

  /** Both pass, only A fails, only B fails, both fail, excluded. */
  private long[] table(String criterion) {
    long[] cells = new long[5];
    for (int i = 0; i < audits.size(); i += 2) {
      cells[
          cell(
              audits.get(i).gateCriteria().get(criterion),
              audits.get(i + 1).gateCriteria().get(criterion))]++;
    }
    return cells;
  }

  private long[] questionLevel(boolean any) {
    long[] cells = new long[5];
    for (int i = 0; i < audits.size(); i += 2) {
      Audit a = audits.get(i);
      Audit b = audits.get(i + 1);
      int cell = cell(passed(a, any), passed(b, any));
      cells[cell]++;
      if (cell == 1 || cell == 2) {
        Audit by = cell == 1 ? a : b;
        Map<String, Boolean> verdicts = new TreeMap<>(by.gateCriteria());
        if (any) {
          verdicts.putAll(by.softCriteria());
        }
        blindSpots.add(
            new BlindSpot(
                Comparisons.COMPARISON,
                any ? "any" : "gate",
                a.questionId(),
                by.auditor(),
                (cell == 1 ? b : a).auditor(),
                verdicts.keySet().stream().filter(c -> !verdicts.get(c)).toList()));
      }
    }
    return cells;
  }

  private static Boolean passed(Audit audit, boolean any) {
    if (audit.outcome().equals("unscored")) {
      return null;
    }
    return audit.outcome().equals("pass") && !(any && audit.softCriteria().containsValue(false));
  }

  private static int cell(Boolean a, Boolean b) {
    if (a == null || b == null) {
      return 4;
    }
    return (a ? 0 : 1) + (b ? 0 : 2);
  }

  private static Document document(int i) {
    boolean failed = i > 11;
    return new Document(
        "d" + i,
        "file:///corpus/" + i,
        "lessons/lecon-%02d.md".formatted(i),
        UNITS.get(i % 6),
        "Le\u00e7on " + i,
        i % 4 == 0 ? "pdf" : "markdown",
        "fr",
        "sha" + i,
        1,
        true,
        i % 4 == 0 ? 12 : null,
        9000,
        8000,
        failed ? 0 : 1,
        failed ? "failed" : "ready",
        failed ? "corrupt_pdf" : null,
        failed ? "end of file at byte 1024" : null,
        START);
  }

  private static CorpusUnit unit(String id) {
    return new CorpusUnit(
        id, "Le\u00e7on: " + id, "fr", List.of("un", "deux"), 2, 14, 12345, START);
  }

  private GenerationRun run() {
    int asked = batches.size() * 5;
    int failed = (int) rejections.stream().filter(r -> r.outcome().equals("failed")).count();
    return new GenerationRun(
        "run1",
        "direct",
        "v2",
        Map.of(),
        Map.of(),
        1,
        250,
        2,
        batches.size(),
        asked,
        questions.size(),
        rejections.size() - failed,
        failed,
        "partial",
        "source_exhausted",
        List.of(),
        START,
        START.plusSeconds(600));
  }

  private List<JobRun> jobs() {
    List<JobRun> jobs = new ArrayList<>();
    List<String> names = List.of("ingest", "generate", "audit", "audit", "agree", "report");
    for (int i = 0; i < names.size(); i++) {
      Instant at = START.plusSeconds(600L * i);
      jobs.add(
          new JobRun(
              "job" + i,
              names.get(i),
              List.of(),
              i == 1 ? "partial" : "complete",
              i == 1 ? 3 : 0,
              Map.of("asked", 300L),
              100L * i,
              7,
              i == 1 ? 3 : 0,
              0,
              1000,
              500,
              0,
              new BigDecimal("1.2345"),
              45_000L * i + 812,
              null,
              null,
              null,
              "conf",
              Map.of(),
              "0.1.0",
              "0123456789abcdef",
              i == 2,
              "local-1",
              "analyst",
              at,
              at.plusSeconds(300)));
    }
    return jobs;
  }
}
