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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls through LiteLLM's proxy, whose models answer from its configuration. */
@Tag("conformance")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TestGateway {
  private static final AcceptsConf WITHOUT_SEED = new AcceptsConf(true, false, true, true);
  private static final AcceptsConf WITHOUT_TEMPERATURE = new AcceptsConf(false, true, true, true);

  /** The gateway turns down what the model behind it does not take. */
  private static final Map<String, AcceptsConf> MODELS =
      Map.of(
          "good", Fixtures.ALL,
          "chatty", Fixtures.ALL,
          "limited", Fixtures.ALL,
          "broken", Fixtures.ALL,
          "mistral", Fixtures.ALL,
          "claude", WITHOUT_SEED,
          "reasoning", WITHOUT_TEMPERATURE,
          "picky", Fixtures.ALL,
          "unknown", Fixtures.ALL);

  private Process gateway;
  private Elsewhere there;

  @BeforeAll
  void start(@TempDir Path warehouse) throws Exception {
    Path folder = Programs.python("python", Path.of("python"));
    int port = Programs.freePort();
    String url = "http://127.0.0.1:" + port;
    List<String> command =
        List.of("venv/bin/litellm", "--config", "gateway.yaml", "--host", "127.0.0.1", "--port");
    gateway =
        Programs.serve(
            folder,
            Map.of("LITELLM_LOCAL_MODEL_COST_MAP", "True"),
            Stream.concat(command.stream(), Stream.of("" + port)).toList(),
            url + "/health/liveliness");
    there = new Elsewhere(url, Fixtures.KEY, warehouse, MODELS);
  }

  @AfterAll
  void stop() {
    if (gateway != null) {
      gateway.destroyForcibly();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "anthropic, good",
    "anthropic, claude",
    "anthropic, chatty",
    "openai, good",
    "openai, claude",
    "openai, chatty",
    "openai, mistral",
    "openai, reasoning",
    "mistral, mistral",
    "mistral, good"
  })
  void answerOfAnyModelIsReadOnAnyProtocol(String protocol, String model) {
    Reply reply = there.one(protocol, model);
    assertEquals(Reply.OK, reply.status(), reply.errorMessage());
    assertEquals("{\"level\":\"advanced\"}", reply.json());
    assertEquals(model, reply.modelReported());
    assertEquals(1, reply.attempts());
    assertTrue(reply.inputTokens() > 0);
    assertTrue(reply.outputTokens() > 0);
    assertTrue(reply.costUsd().signum() > 0);
    assertNotNull(reply.requestId());
  }

  @ParameterizedTest
  @CsvSource({
    "anthropic, limited, 429, rate_limited, 2",
    "openai, limited, 429, rate_limited, 2",
    "mistral, limited, 429, rate_limited, 2",
    "anthropic, broken, 500, server_error, 2",
    "openai, broken, 500, server_error, 2",
    "openai, picky, 400, bad_request, 1",
    "anthropic, unknown, 400, bad_request, 1",
    "openai, unknown, 400, bad_request, 1"
  })
  void errorIsToldApartAndTriedAgainWhereThatCanHelp(
      String protocol, String model, int status, String code, int attempts) {
    Reply reply = there.one(protocol, model);
    assertEquals(Reply.FAILED, reply.status());
    assertEquals(status, reply.httpStatus());
    assertEquals(code, reply.errorCode());
    assertEquals(attempts, reply.attempts());
    assertEquals(0, reply.maybeBilled());
    assertNotNull(reply.errorMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"anthropic", "openai"})
  void manyAtOnceAreAllAnsweredOnce(String protocol) {
    List<String> users = IntStream.range(0, 100).mapToObj(i -> "Why " + i + "?").toList();
    List<Reply> replies = there.replies(protocol, "good", users);
    assertEquals(100, replies.size());
    assertEquals(100, replies.stream().map(Reply::askId).distinct().count());
    assertTrue(replies.stream().allMatch(reply -> reply.ok() && reply.attempts() == 1));
  }
}
