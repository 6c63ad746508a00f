package io.quaestor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.Progress;
import io.quaestor.TestSession;
import io.quaestor.audit.AuditSchemas;
import io.quaestor.conf.ConfHome;
import io.quaestor.generate.GenerateOptions;
import io.quaestor.generate.RunArtifact;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Table;
import io.quaestor.lake.Tables;
import io.quaestor.llm.CallSetup;
import io.quaestor.llm.Ledger;
import io.quaestor.sim.SimOptions;
import io.quaestor.sim.SimServer;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.GenerationRun;
import io.quaestor.tables.Question;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole path over the sample corpus, once, and then again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TestMainPath {
  private static final Path ROOT = Path.of(System.getProperty("quaestor.root"));
  private static final int TARGET = 15;

  private Path folder;
  private SimServer sim;
  private Lake lake;
  private ConfHome home;
  private JobOutcome first;
  private long answered;

  @BeforeAll
  void runOnce(@TempDir Path temporary) {
    folder = temporary;
    ConfHome real = ConfHome.load(ROOT.resolve("conf"), null, List.of(), name -> null);
    sim = SimServer.start(real.conf().sim(), SimOptions.defaults());
    home = real.offline(sim.url());
    lake = Lake.open(TestSession.spark(), folder.resolve("warehouse").toString());
    first = run("first");
    answered = sim.stats().answered();
  }

  @AfterAll
  void stop() {
    sim.close();
  }

  @Test
  @Order(1)
  void everyQuestionAskedForEndsSomewhere() {
    Map<String, Long> counts = first.counts();
    assertEquals(
        counts.get("asked"),
        counts.get("pending")
            + counts.get("active")
            + counts.get("flagged")
            + counts.get("rejected")
            + counts.get("failed"));
    assertTrue(
        counts.get("active") + counts.get("flagged") + counts.get("pending") >= TARGET,
        counts.toString());
    assertEquals("complete", first.status());
  }

  @Test
  @Order(2)
  void everyQuoteStandsInItsChunkAndEveryQuestionHasLineage() {
    Map<String, Chunk> chunks =
        lake.read(Tables.CHUNKS).collectAsList().stream()
            .collect(Collectors.toMap(Chunk::chunkId, chunk -> chunk));
    Map<String, String> documents =
        lake.read(Tables.DOCUMENTS).collectAsList().stream()
            .collect(Collectors.toMap(d -> d.documentId(), d -> d.contentSha256()));
    GenerationRun run = lake.read(Tables.GENERATION_RUNS).first();
    List<Question> questions = lake.read(Tables.QUESTIONS).collectAsList();
    assertEquals(run.accepted(), questions.size());
    for (Question question : questions) {
      String text = chunks.get(question.chunkId()).text();
      question.sourceEvidence().quotes().forEach(quote -> assertTrue(text.contains(quote), quote));
      assertTrue(!question.sourceEvidence().quotes().isEmpty(), question.questionId());
      assertEquals(documents.get(question.documentId()), question.sourceVersion());
      assertEquals(run.runId(), question.runId());
    }
  }

  @Test
  @Order(3)
  void theLedgerHasEachAskOnceAndAllThatWasAnswered() {
    long rows = lake.read(Tables.LLM_CALLS).count();
    assertEquals(rows, lake.read(Tables.LLM_CALLS).select("askId").distinct().count());
    long attempts = lake.rows(Tables.LLM_CALLS).selectExpr("sum(attempts)").head().getLong(0);
    assertEquals(answered, attempts);
  }

  @Test
  @Order(4)
  void agreementCountsTheQuestionsBothJudged() {
    long questions = lake.read(Tables.QUESTIONS).count();
    lake.rows(Tables.AGREEMENT)
        .filter("segment = 'all'")
        .selectExpr(
            "criterion", "n + excluded", "n - both_pass - a_only_fail - b_only_fail - both_fail")
        .collectAsList()
        .forEach(
            row -> {
              assertEquals(questions, row.getLong(1), row.getString(0));
              assertEquals(0, row.getLong(2), row.getString(0));
            });
  }

  @Test
  @Order(5)
  void theArtifactOfTheRunComesFromTheTablesInOrder() throws Exception {
    Path file = folder.resolve("run.json");
    RunArtifact.write(lake, lake.read(Tables.GENERATION_RUNS).first().runId(), file.toString());
    var json = new com.fasterxml.jackson.databind.ObjectMapper().readTree(Files.readString(file));
    assertEquals(lake.read(Tables.QUESTIONS).count(), json.get("questions").size());
  }

  @Test
  @Order(6)
  void theSameAgainMakesNoCallAndChangesNoTable() {
    Map<String, Long> before = versions();
    JobOutcome again = run("second");
    assertEquals(answered, sim.stats().answered());
    assertEquals(before, versions());
    assertEquals(first.counts().get("active"), again.counts().get("active"));
    assertEquals(false, again.changed());
  }

  private JobOutcome run(String runId) {
    Map<String, String> schemas = new TreeMap<>(home.schemas());
    schemas.putAll(AuditSchemas.of(home));
    CallSetup setup =
        new CallSetup(
            home.conf(), schemas, lake.root().toString(), Map.of(), runId, CallSetup.Terms.NONE);
    JobContext context =
        new JobContext(
            lake,
            home,
            new Ledger(lake, setup, null, name -> null, Progress.SILENT),
            Progress.SILENT);
    Chain.Plan plan =
        Chain.Plan.of(
            List.of(ROOT.resolve("conf/sample").toString()),
            GenerateOptions.all("direct", TARGET, 1),
            "mistral",
            "sonnet",
            null);
    return new Chain(context, Clock.systemUTC(), runId).execute(plan);
  }

  private Map<String, Long> versions() {
    return Tables.all().stream().collect(Collectors.toMap(Table::name, lake::version));
  }
}
