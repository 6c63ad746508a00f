package io.quaestor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobException;
import io.quaestor.Progress;
import io.quaestor.TestSession;
import io.quaestor.conf.ConfHome;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.sim.SimOptions;
import io.quaestor.sim.SimServer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestLedger {
  private static final Path CONF = Path.of(System.getProperty("quaestor.root"), "conf");
  private static final ConfHome HOME = ConfHome.load(CONF, null, List.of(), name -> null);

  @TempDir Path folder;

  @Test
  void anAskIsSentOnceEverAndEveryAskerGetsItsReply() {
    try (SimServer sim = SimServer.start(HOME.conf().sim(), SimOptions.defaults())) {
      ConfHome home = HOME.offline(sim.url());
      Lake lake = lake();
      Ask ask = ask(home, "batch-1", "Say something.");
      Ask same = ask(home, "batch-2", "Say something.");
      List<Reply> replies = ledger(lake, home, "run-1").answer(asks(ask, same)).collectAsList();
      assertEquals(
          List.of("batch-1", "batch-2"), replies.stream().map(Reply::subjectId).sorted().toList());
      Ledger later = ledger(lake, home, "run-2");
      assertEquals(1, later.answer(asks(ask)).count());
      assertEquals(1, sim.stats().answered());
      assertEquals(0, later.totals().made());
      assertEquals(1, later.totals().reused());
    }
  }

  @Test
  void aMissingKeyIsSaidBeforeAnythingIsSent() {
    JobException refused =
        assertThrows(
            JobException.class,
            () -> ledger(lake(), HOME, "run-1").answer(asks(ask(HOME, "b", "Hello."))));
    assertEquals(5, refused.exitCode().value());
    assertTrue(refused.getMessage().contains("ANTHROPIC_API_KEY"), refused.getMessage());
  }

  @Test
  void aRefusedKeyStopsTheJobAndWritesNothing() {
    SimOptions guarded = SimOptions.defaults().withKey("right");
    try (SimServer sim = SimServer.start(HOME.conf().sim(), guarded)) {
      ConfHome home = HOME.offline(sim.url());
      Lake lake = lake();
      JobException refused =
          assertThrows(
              JobException.class,
              () -> ledger(lake, home, "run-1").answer(asks(ask(home, "b", "Hello."))));
      assertEquals(5, refused.exitCode().value());
      assertEquals(0, lake.read(Tables.LLM_CALLS).count());
    }
  }

  @Test
  void whatADeadRunJournaledIsInTheLedgerOfTheNext() throws Exception {
    Lake lake = lake();
    Path dead = folder.resolve("warehouse/_quaestor/journal/dead-run");
    Files.createDirectories(dead);
    String whole = ReplyJson.write(reply("ask-1", Reply.OK));
    Files.writeString(dead.resolve("w-000001.jsonl.open"), whole + "\n" + whole.substring(0, 40));
    ledger(lake, HOME, "run-2");
    assertEquals(List.of("ask-1"), ids(lake));
    assertTrue(Files.notExists(dead.resolve("w-000001.jsonl.open")));
  }

  @Test
  void anAskThatFailedInAnEarlierRunIsSentAgain() {
    try (SimServer sim = SimServer.start(HOME.conf().sim(), SimOptions.defaults())) {
      ConfHome home = HOME.offline(sim.url());
      Lake lake = lake();
      Ask ask = ask(home, "b", "Hello.");
      lake.append(Tables.LLM_CALLS, replies(reply(ask.askId(), Reply.FAILED)), "old", 1);
      Reply reply = ledger(lake, home, "run-2").answer(asks(ask)).first();
      assertEquals(Reply.OK, reply.status());
      assertEquals(List.of(ask.askId()), ids(lake));
    }
  }

  @Test
  void theBudgetStopsTheRunAndTheNextPaysForNothingTwice() {
    SimOptions slow = SimOptions.defaults().withLatency(20, 0);
    try (SimServer sim = SimServer.start(HOME.conf().sim(), slow)) {
      ConfHome home = HOME.offline(sim.url());
      Lake lake = lake();
      Ask[] asks =
          IntStream.range(0, 300)
              .mapToObj(i -> ask(home, "b" + i, "Say something of " + i + "."))
              .toArray(Ask[]::new);
      BigDecimal half = new BigDecimal("0.03");
      Ledger poor = ledger(lake, home, "run-1", half, null);
      JobException stopped = assertThrows(JobException.class, () -> poor.answer(asks(asks)));
      assertEquals(4, stopped.exitCode().value());
      BigDecimal spent = poor.totals().costUsd();
      assertTrue(spent.compareTo(half) <= 0, "spent " + spent);
      assertTrue(poor.totals().made() > 20, poor.totals().toString());
      assertEquals(poor.totals().made(), sim.stats().answered());
      assertEquals(300, ledger(lake, home, "run-2").answer(asks(asks)).count());
      assertEquals(300, sim.stats().answered());
    }
  }

  @Test
  void afterTheDeadlineNothingIsSent() {
    try (SimServer sim = SimServer.start(HOME.conf().sim(), SimOptions.defaults())) {
      ConfHome home = HOME.offline(sim.url());
      Ledger late = ledger(lake(), home, "run-1", null, Instant.now().minusSeconds(1));
      JobException stopped =
          assertThrows(JobException.class, () -> late.answer(asks(ask(home, "b", "Hello."))));
      assertEquals(3, stopped.exitCode().value());
      assertEquals(0, sim.stats().answered());
    }
  }

  private Lake lake() {
    return Lake.open(TestSession.small(), folder.resolve("warehouse").toString());
  }

  private static Ledger ledger(Lake lake, ConfHome home, String runId) {
    return ledger(lake, home, runId, null, null);
  }

  private static Ledger ledger(
      Lake lake, ConfHome home, String runId, BigDecimal maxCost, Instant deadline) {
    CallSetup.Terms terms = new CallSetup.Terms(1, maxCost != null, deadline);
    CallSetup setup =
        new CallSetup(home.conf(), home.schemas(), lake.root().toString(), Map.of(), runId, terms);
    return new Ledger(lake, setup, maxCost, name -> null, Progress.SILENT);
  }

  private static Ask ask(ConfHome home, String subject, String user) {
    return new AskFactory(home.conf(), home.schemas())
        .ask(new AskDraft("cheap", "test", subject, 0, "", "", user, null, 0.0, 100, null));
  }

  private static Dataset<Ask> asks(Ask... asks) {
    return TestSession.small().createDataset(List.of(asks), RecordEncoder.of(Ask.class));
  }

  private static Dataset<Reply> replies(Reply reply) {
    return TestSession.small().createDataset(List.of(reply), RecordEncoder.of(Reply.class));
  }

  private static List<String> ids(Lake lake) {
    return lake.read(Tables.LLM_CALLS).collectAsList().stream().map(Reply::askId).toList();
  }

  private static Reply reply(String askId, String status) {
    boolean ok = Reply.OK.equals(status);
    return new Reply(
        askId,
        "p",
        "cheap",
        "m",
        ok ? "m" : null,
        "test",
        "b",
        0,
        status,
        ok ? "yes" : null,
        null,
        ok ? null : "timeout",
        ok ? null : "late",
        200,
        1,
        1,
        1,
        0,
        0,
        BigDecimal.ZERO,
        0,
        null,
        1,
        1,
        null,
        "old-run",
        Instant.parse("2026-11-21T12:00:00Z"));
  }
}
