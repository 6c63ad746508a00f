package io.quaestor.llm;

import static io.quaestor.llm.ScriptedServer.ok;
import static io.quaestor.llm.ScriptedServer.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobException;
import io.quaestor.conf.CallsConf;
import io.quaestor.conf.Conf;
import io.quaestor.lease.Coordinator;
import io.quaestor.lease.Link;
import io.quaestor.llm.ScriptedServer.Act;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestAskCalls {
  private static final String GOOD = Fixtures.messages("{\"level\":\"advanced\"}", "end_turn");
  private static final String BAD = Fixtures.messages("{\"level\":\"expert\"}", "end_turn");
  private static final String RUN = "run-1";

  @TempDir Path warehouse;
  private final List<Long> waitsMs = new CopyOnWriteArrayList<>();
  private final AtomicLong skipped = new AtomicLong();
  private ScriptedServer server;
  private Map<String, String> env = Map.of("TEST_KEY", Fixtures.KEY);

  @AfterEach
  void stop() {
    server.close();
  }

  private Outside outside() {
    Later atOnce =
        nanos -> {
          waitsMs.add(Duration.ofNanos(nanos).toMillis());
          skipped.addAndGet(nanos);
          return Runnable::run;
        };
    LongSupplier nanos = () -> System.nanoTime() + skipped.get();
    return new Outside(
        InstantSource.fixed(Fixtures.NOW),
        nanos,
        () -> 0.5,
        env::get,
        atOnce,
        share -> new Link.Direct(new Coordinator(nanos)));
  }

  private CallSetup setup(CallsConf calls) {
    Conf conf = Fixtures.conf(server.url(), calls);
    return new CallSetup(
        conf, Fixtures.SCHEMAS, warehouse.toString(), Map.of(), RUN, CallSetup.Terms.NONE);
  }

  private Iterator<Receipt> call(CallsConf calls, List<Ask> asks) {
    return new AskCalls(setup(calls)).call(asks.iterator(), outside());
  }

  private static List<Receipt> drain(Iterator<Receipt> receipts) {
    List<Receipt> all = new ArrayList<>();
    receipts.forEachRemaining(all::add);
    return all;
  }

  private List<Reply> journaled() {
    JournalFiles files = new JournalFiles(warehouse.toString(), Map.of());
    return files.closed(RUN).stream().flatMap(s -> files.read(s).stream()).toList();
  }

  /** Asks one ask of that model and returns its reply from the journal. */
  private Reply one(String model, Act... acts) throws IOException {
    server = ScriptedServer.inOrder(acts);
    List<Receipt> receipts = drain(call(Fixtures.CALLS, List.of(Fixtures.ask(model, "Why?"))));
    assertEquals(1, journaled().size());
    assertEquals(List.of(Receipt.of(journaled().get(0))), receipts);
    return journaled().get(0);
  }

  private static CallsConf calls(int window, int attempts, Duration callTimeout) {
    CallsConf c = Fixtures.CALLS;
    return new CallsConf(
        window,
        attempts,
        c.askTimeout(),
        callTimeout,
        c.connectTimeout(),
        c.backoff(),
        c.backoffCap(),
        c.maxBodyBytes(),
        c.foldEvery());
  }

  private static List<Ask> asks(int n) {
    return IntStream.range(0, n).mapToObj(i -> Fixtures.ask("anthropic", "Ask " + i)).toList();
  }

  @Test
  void answerBecomesAReplyWithItsBooks() throws IOException {
    Reply reply = one("anthropic", status(200, GOOD, "request-id", "req_7"));
    Ask ask = Fixtures.ask("anthropic", "Why?");
    assertEquals(
        new Reply(
            ask.askId(),
            "anthropic",
            "anthropic",
            "anthropic-1",
            "anthropic-1-20260101",
            "generate",
            "batch-1",
            0,
            Reply.OK,
            "{\"level\":\"advanced\"}",
            "{\"level\":\"advanced\"}",
            null,
            null,
            200,
            1,
            10,
            4,
            0,
            0,
            reply.costUsd(),
            0,
            0.5,
            reply.latencyMs(),
            reply.totalMs(),
            "req_7",
            RUN,
            Fixtures.NOW),
        reply);
    assertEquals(new BigDecimal("0.00003"), reply.costUsd().stripTrailingZeros());
    ScriptedServer.Request sent = server.requests.get(0);
    assertEquals("/v1/messages", sent.path());
    assertEquals(Fixtures.KEY, sent.headers().get("x-api-key"));
    assertEquals("2023-06-01", sent.headers().get("anthropic-version"));
    assertEquals("application/json", sent.headers().get("content-type"));
    assertFalse(sent.headers().containsKey("authorization"));
  }

  @ParameterizedTest
  @CsvSource({"mistral, /v1/chat/completions", "openai, /v1/chat/completions"})
  void chatProtocolsCarryABearerKey(String model, String path) throws IOException {
    String body =
        """
        {"model":"m-9","choices":[{"message":{"content":"```json\\n{\\"level\\":\\"Advanced\\"}\\n```"},
         "finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":2}}
        """;
    Reply reply = one(model, ok(body));
    assertEquals("{\"level\":\"advanced\"}", reply.json());
    assertEquals("m-9", reply.modelReported());
    assertEquals(path, server.requests.get(0).path());
    assertEquals("Bearer " + Fixtures.KEY, server.requests.get(0).headers().get("authorization"));
  }

  @ParameterizedTest
  @CsvSource({
    "retry-after, 2, 2250",
    "retry-after-ms, 70, 320",
    "'retry-after', 'Sat, 21 Nov 2026 12:00:10 GMT', 10126",
    "x-other, 1, 250"
  })
  void throttledAskWaitsAsToldAndGoesOn(String header, String value, long waitMs)
      throws IOException {
    Reply reply = one("anthropic", status(429, "{}", header, value), ok(GOOD));
    assertEquals(Reply.OK, reply.status());
    assertEquals(2, reply.attempts());
    assertEquals(0, reply.maybeBilled());
    assertEquals(List.of(waitMs), waitsMs);
  }

  @Test
  void faultsOfTheServerAreRetriedWithGrowingWaits() throws IOException {
    Act html = status(502, "<html><title>Bad Gateway</title></html>");
    Reply reply = one("anthropic", status(500, ""), status(529, "{}"), html, ok(GOOD));
    assertEquals(Reply.OK, reply.status());
    assertEquals(4, reply.attempts());
    assertEquals(List.of(250L, 500L, 1000L), waitsMs);
    assertEquals(reply.costUsd(), reply.costUsd());
  }

  @Test
  void attemptsAreBoundedAndTheLastFaultIsKept() throws IOException {
    Reply reply = one("anthropic", status(500, "{\"error\":{\"message\":\"Boom\"}}"));
    assertEquals(Reply.FAILED, reply.status());
    assertEquals("server_error", reply.errorCode());
    assertEquals("Boom", reply.errorMessage());
    assertEquals(500, reply.httpStatus());
    assertEquals(4, reply.attempts());
    assertEquals(4, server.requests.size());
    assertNull(reply.text());
  }

  @Test
  void lostAnswersAreCountedAsMaybeBilled() throws IOException {
    Reply reply =
        one("anthropic", new Act.Reset(), new Act.ResetInBody(), ok("{\"content\":"), ok(GOOD));
    assertEquals(Reply.OK, reply.status());
    assertEquals(4, reply.attempts());
    assertEquals(3, reply.maybeBilled());
  }

  @Test
  void timeoutAfterSendingMayBeBilled() throws IOException {
    server = ScriptedServer.inOrder(new Act.Hang());
    CallsConf impatient = calls(4, 2, Duration.ofMillis(200));
    Receipt receipt = drain(call(impatient, asks(1))).get(0);
    assertEquals(Reply.FAILED, receipt.status());
    assertEquals("timeout", receipt.errorCode());
    assertEquals(2, journaled().get(0).maybeBilled());
    assertNull(journaled().get(0).httpStatus());
  }

  @Test
  void serverThatIsNotThereCostsNothing() throws IOException {
    server = ScriptedServer.inOrder(ok(GOOD));
    CallSetup setup = setup(Fixtures.CALLS);
    server.close();
    Receipt receipt = drain(new AskCalls(setup).call(asks(1).iterator(), outside())).get(0);
    assertEquals("unreachable", receipt.errorCode());
    assertEquals(4, journaled().get(0).attempts());
    assertEquals(0, journaled().get(0).maybeBilled());
  }

  @Test
  void oversizedBodyIsCutOff() throws IOException {
    String large = Fixtures.messages("x".repeat(200_000), "end_turn");
    Reply reply = one("anthropic", ok(large), ok(GOOD));
    assertEquals(Reply.OK, reply.status());
    assertEquals(1, reply.maybeBilled());
  }

  @Test
  void oversizedBodyOfAnErrorChangesNothing() throws IOException {
    Reply error = one("mistral", status(400, "x".repeat(200_000)));
    assertEquals("bad_request", error.errorCode());
    assertEquals(0, error.maybeBilled());
  }

  @Test
  void refusalAndTruncationAreKeptAsTheyAre() throws IOException {
    Reply refused = one("anthropic", ok(Fixtures.messages("", "refusal")));
    assertEquals(Reply.REFUSED, refused.status());
    assertEquals("refusal", refused.errorMessage());
    assertEquals(1, server.requests.size());
  }

  @Test
  void truncatedAnswerIsNotAskedForAgain() throws IOException {
    Reply cut = one("anthropic", ok(Fixtures.messages("{\"level\":\"adv", "max_tokens")));
    assertEquals(Reply.TRUNCATED, cut.status());
    assertEquals("{\"level\":\"adv", cut.text());
    assertNull(cut.json());
    assertEquals(1, server.requests.size());
  }

  @Test
  void unusableAnswerIsAskedForAgainOnceAndBothArePaid() throws IOException {
    Reply reply = one("anthropic", ok(BAD), ok(GOOD));
    assertEquals(Reply.OK, reply.status());
    assertEquals(2, reply.attempts());
    assertEquals(20, reply.inputTokens());
    assertEquals(new BigDecimal("0.00006"), reply.costUsd().stripTrailingZeros());
    assertTrue(server.requests.get(1).body().contains("$.level: enum"));
    assertFalse(server.requests.get(1).body().contains("expert"));
  }

  @Test
  void answerThatStaysUnusableIsKeptWithItsText() throws IOException {
    Act prose = ok(Fixtures.messages("I would say advanced.", "end_turn"));
    Reply reply = one("anthropic", prose, prose);
    assertEquals(Reply.INVALID, reply.status());
    assertEquals("not_json", reply.errorCode());
    assertEquals("I would say advanced.", reply.text());
    assertEquals(2, server.requests.size());
  }

  @Test
  void unusableAnswerOutlivesALaterFault() throws IOException {
    Reply reply = one("anthropic", ok(BAD), status(400, "{}"));
    assertEquals(Reply.INVALID, reply.status());
    assertEquals("{\"level\":\"expert\"}", reply.text());
  }

  @Test
  void spendCapStopsAllCallsAndIsNotTriedAgain() throws IOException {
    String spent = "{\"error\":{\"details\":{\"error_code\":\"enforced_spend_limit_reached\"}}}";
    server = ScriptedServer.inOrder(status(429, spent));
    List<Receipt> receipts = drain(call(calls(1, 4, Duration.ofSeconds(5)), asks(20)));
    assertEquals(20, receipts.size());
    for (Receipt receipt : receipts) {
      assertEquals(Receipt.NOT_SENT, receipt.status());
      assertEquals(
          "anthropic answered 429 enforced_spend_limit_reached", receipt.message().strip());
    }
    assertEquals(1, server.requests.size());
  }

  @Test
  void afterARefusedKeyNothingMoreIsSentNorJournaled() throws IOException {
    server =
        new ScriptedServer(
            request -> status(401, "{\"error\":{\"message\":\"Wrong key " + Fixtures.KEY + "\"}}"));
    List<Receipt> receipts = drain(call(calls(1, 4, Duration.ofSeconds(5)), asks(50)));
    assertEquals(50, receipts.size());
    for (Receipt receipt : receipts) {
      assertEquals(Receipt.NOT_SENT, receipt.status());
      assertEquals(Stop.REFUSED, receipt.errorCode());
      assertEquals("anthropic answered 401 Wrong key ***", receipt.message());
    }
    assertEquals(1, server.requests.size());
    assertEquals(List.of(), journaled());
  }

  @Test
  void withoutAKeyNothingIsSentAtAll() throws IOException {
    server = ScriptedServer.inOrder(ok(GOOD));
    Conf conf = Fixtures.conf(server.url(), Fixtures.CALLS);
    for (String key : new String[] {"", " ", "sk-\u00e9"}) {
      env = Map.of("TEST_KEY", key);
      String run = "run-" + key.length();
      AskCalls calls =
          new AskCalls(
              new CallSetup(
                  conf,
                  Fixtures.SCHEMAS,
                  warehouse.toString(),
                  Map.of(),
                  run,
                  CallSetup.Terms.NONE));
      Receipt receipt = drain(calls.call(asks(1).iterator(), outside())).get(0);
      assertEquals(Receipt.NOT_SENT, receipt.status());
      assertTrue(receipt.message().startsWith("TEST_KEY "), receipt.message());
    }
    assertEquals(List.of(), server.requests);
  }

  private static void awaitAll(CountDownLatch others) {
    try {
      assertTrue(others.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void oneSlowAnswerHoldsUpNoOther() throws IOException {
    CountDownLatch others = new CountDownLatch(99);
    server =
        new ScriptedServer(
            request -> {
              if (request.body().contains("Ask 0\"")) {
                awaitAll(others);
              } else {
                others.countDown();
              }
              return ok(GOOD);
            });
    List<Ask> asks = asks(100);
    List<String> ids = drain(call(Fixtures.CALLS, asks)).stream().map(Receipt::askId).toList();
    assertEquals(100, ids.size());
    assertTrue(ids.indexOf(asks.get(0).askId()) >= 100 - Fixtures.CALLS.window());
    assertEquals(0, others.getCount());
  }

  @Test
  void whatAnotherAttemptHadAnswersToIsNotAskedAgain() throws IOException {
    server = ScriptedServer.inOrder(ok(GOOD));
    List<Ask> asks = asks(20);
    drain(call(Fixtures.CALLS, asks.subList(0, 12)));
    JournalFiles files = new JournalFiles(warehouse.toString(), Map.of());
    CallSetup setup = setup(Fixtures.CALLS);
    Overlap second =
        new Overlap(
            asks.iterator(),
            Callers.lease(setup, outside()),
            files.askIds(RUN),
            () -> Callers.release(setup));
    List<String> kept =
        drain(second).stream()
            .filter(receipt -> receipt.status().equals(Receipt.KEPT))
            .map(Receipt::askId)
            .sorted()
            .toList();
    assertEquals(asks.subList(0, 12).stream().map(Ask::askId).sorted().toList(), kept);
    assertEquals(20, server.requests.size());
    assertEquals(20, journaled().size());
  }

  @Test
  void onePrefixIsSentOnceBeforeTheOthersThatShareIt() throws IOException {
    List<Long> arrivals = new CopyOnWriteArrayList<>();
    server =
        new ScriptedServer(
            request -> {
              arrivals.add(System.nanoTime());
              return new Act.Answer(200, Map.of(), GOOD, arrivals.size() == 1 ? 150 : 0);
            });
    AskFactory factory =
        new AskFactory(Fixtures.conf(server.url(), Fixtures.CALLS), Fixtures.SCHEMAS);
    List<Ask> asks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      asks.add(
          factory.ask(
              new AskDraft(
                  "anthropic", "t", "s", 0, "", "Long.", "Ask " + i, "verdict", null, 50, null)));
    }
    assertEquals(4, drain(call(Fixtures.CALLS, asks)).size());
    assertEquals(4, arrivals.size());
    long apart = TimeUnit.NANOSECONDS.toMillis(arrivals.get(1) - arrivals.get(0));
    assertTrue(apart >= 150, "the second was sent after " + apart + " ms");
  }

  @Test
  void inputIsReadNoFurtherThanTheWindow() throws IOException {
    server = ScriptedServer.inOrder(new Act.Answer(200, Map.of(), GOOD, 5));
    AtomicInteger pulled = new AtomicInteger();
    AtomicInteger given = new AtomicInteger();
    Iterator<Ask> asks = asks(100).stream().peek(ask -> pulled.incrementAndGet()).iterator();
    Iterator<Receipt> receipts = new AskCalls(setup(Fixtures.CALLS)).call(asks, outside());
    assertEquals(0, pulled.get());
    while (receipts.hasNext()) {
      receipts.next();
      int ahead = pulled.get() - given.getAndIncrement();
      int window = Fixtures.CALLS.window();
      assertTrue(ahead <= window + Overlap.ahead(window), "read ahead by " + ahead);
    }
    assertEquals(100, given.get());
  }

  @Test
  void partitionsOfOneProcessShareTheWindow() throws IOException {
    AtomicInteger inFlight = new AtomicInteger();
    List<Integer> seen = new CopyOnWriteArrayList<>();
    server =
        new ScriptedServer(
            request -> {
              seen.add(inFlight.incrementAndGet());
              java.util.concurrent.locks.LockSupport.parkNanos(3_000_000);
              inFlight.decrementAndGet();
              return ok(GOOD);
            });
    AskCalls calls = new AskCalls(setup(Fixtures.CALLS));
    List<Iterator<Receipt>> partitions = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      partitions.add(calls.call(asks(40).iterator(), outside()));
    }
    int total = partitions.parallelStream().mapToInt(p -> drain(p).size()).sum();
    assertEquals(120, total);
    assertTrue(seen.stream().allMatch(n -> n <= Fixtures.CALLS.window()), seen.toString());
  }

  @Test
  void replyIsInTheJournalBeforeItsReceiptComesOut() throws IOException {
    server = ScriptedServer.inOrder(ok(GOOD));
    Iterator<Receipt> receipts = call(Fixtures.CALLS, asks(20));
    JournalFiles files = new JournalFiles(warehouse.toString(), Map.of());
    while (receipts.hasNext()) {
      String askId = receipts.next().askId();
      assertTrue(
          files.ofOthers(Set.of()).stream()
              .flatMap(s -> files.read(s).stream())
              .anyMatch(reply -> reply.askId().equals(askId)));
    }
  }

  @Test
  void journalThatCannotBeWrittenFailsTheTask() throws IOException {
    server = ScriptedServer.inOrder(ok(GOOD));
    Iterator<Receipt> receipts = call(Fixtures.CALLS, asks(20));
    Path run = warehouse.resolve("_quaestor/journal/" + RUN);
    Files.delete(run);
    Files.writeString(run, "in the way");
    JobException e = assertThrows(JobException.class, () -> drain(receipts));
    assertTrue(e.getMessage().startsWith("Cannot write the journal at "), e.getMessage());
    assertTrue(server.requests.size() <= 20);
  }

  @Test
  void setupSaysNothingOfItsSettings() throws IOException {
    server = ScriptedServer.inOrder(ok(GOOD));
    CallSetup setup =
        new CallSetup(
            Fixtures.conf(server.url(), Fixtures.CALLS),
            Map.of(),
            "w",
            Map.of("fs.s3a.secret.key", "hidden"),
            RUN,
            CallSetup.Terms.NONE);
    assertEquals("CallSetup[run-1]", setup.toString());
  }
}
