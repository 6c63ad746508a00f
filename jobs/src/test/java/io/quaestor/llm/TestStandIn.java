package io.quaestor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.conf.AcceptsConf;
import io.quaestor.conformance.Programs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls to aimock, which plays each provider with answers told to it. */
@Tag("conformance")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TestStandIn {
  private static final Map<String, AcceptsConf> MODELS =
      Map.of(
          "good", Fixtures.ALL,
          "cut", Fixtures.ALL,
          "limited", Fixtures.ALL,
          "broken", Fixtures.ALL,
          "overloaded", Fixtures.ALL,
          "unknown", Fixtures.ALL);

  private Process standIn;
  private Elsewhere there;

  @BeforeAll
  void start(@TempDir Path warehouse) throws Exception {
    int port = Programs.freePort();
    String url = "http://127.0.0.1:" + port;
    standIn =
        Programs.serve(
            Programs.node(),
            Map.of("PORT", "" + port, "KEY", Fixtures.KEY),
            List.of("node", "stand-in.mjs"),
            url + "/health");
    there = new Elsewhere(url, Fixtures.KEY, warehouse, MODELS);
  }

  @AfterAll
  void stop() {
    if (standIn != null) {
      standIn.destroyForcibly();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"anthropic", "mistral", "openai"})
  void answerIsRead(String protocol) {
    Reply reply = there.one(protocol, "good");
    assertEquals(Reply.OK, reply.status(), reply.errorMessage());
    assertEquals("{\"level\":\"advanced\"}", reply.json());
    assertEquals("good", reply.modelReported());
    assertTrue(reply.requestId().startsWith("req-"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"anthropic", "mistral", "openai"})
  void answerCutShortIsTruncated(String protocol) {
    Reply reply = there.one(protocol, "cut");
    assertEquals(Reply.TRUNCATED, reply.status());
    assertEquals("{\"level\": \"adv", reply.text());
    assertEquals(1, reply.attempts());
  }

  @ParameterizedTest
  @CsvSource({
    "limited, 429, rate_limited, 2",
    "broken, 500, server_error, 2",
    "overloaded, 529, overloaded, 2",
    "unknown, 404, not_found, 1"
  })
  void errorIsToldApartOnEveryProtocol(String model, int status, String code, int attempts) {
    for (String protocol : List.of("anthropic", "mistral", "openai")) {
      Reply reply = there.one(protocol, model);
      assertEquals(Reply.FAILED, reply.status());
      assertEquals(status, reply.httpStatus());
      assertEquals(code, reply.errorCode());
      assertEquals(attempts, reply.attempts());
      assertEquals(status == 429, reply.totalMs() >= 1000, "it waits when it is told to");
      assertNotNull(reply.requestId());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"anthropic", "openai"})
  void wrongKeyStopsTheRunAndNothingIsKept(String protocol) {
    Elsewhere locked = new Elsewhere(there.url(), "sk-wrong", there.warehouse(), MODELS);
    List<String> users = IntStream.range(0, 100).mapToObj(i -> "Why " + i + "?").toList();
    List<Receipt> receipts = locked.calls("locked-" + protocol, protocol, "good", users);
    assertEquals(100, receipts.size());
    for (Receipt receipt : receipts) {
      assertEquals(Receipt.NOT_SENT, receipt.status());
      String why = protocol + " answered 401 invalid_api_key: Invalid API key";
      assertEquals(why, receipt.message());
    }
    assertEquals(List.of(), locked.journaled("locked-" + protocol));
  }
}
