package io.quaestor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.llm.CallOutcome.Answered;
import io.quaestor.llm.CallOutcome.Auth;
import io.quaestor.llm.CallOutcome.Fault;
import io.quaestor.llm.CallOutcome.Refused;
import io.quaestor.llm.CallOutcome.Retryable;
import io.quaestor.llm.CallOutcome.Said;
import io.quaestor.llm.CallOutcome.Terminal;
import io.quaestor.llm.CallOutcome.Truncated;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestOutcomes {
  private static final Protocol ANTHROPIC = AnthropicProtocol.INSTANCE;
  private static final Protocol MISTRAL = MistralProtocol.INSTANCE;

  private static CallOutcome chat(String message, String finish) {
    String body =
        """
        {"id":"x","model":"m-1","new_field":{"a":1},"choices":[{"message":%s,"finish_reason":"%s"}],
         "usage":{"prompt_tokens":10,"completion_tokens":7,"prompt_tokens_details":{"cached_tokens":4}}}
        """
            .formatted(message, finish);
    return MISTRAL.parse(Fixtures.answer(200, body, "X-Request-Id", "r-1"));
  }

  @Test
  void anthropicTextIsTakenFromTextBlocksOnly() {
    String body =
        """
        {"model":"claude-x","content":[{"type":"thinking","thinking":"hm","text":"no"},
         {"type":"text","text":"a"},{"type":"new_kind","text":"no"},{"type":"text","text":"b"}],
         "stop_reason":"some_new_reason",
         "usage":{"input_tokens":10,"cache_creation_input_tokens":3,"cache_read_input_tokens":2,
                  "output_tokens":4,"service_tier":"new"}}
        """;
    CallOutcome outcome = ANTHROPIC.parse(Fixtures.answer(200, body, "Request-Id", "req_1"));
    assertEquals(
        new Answered(new Said("ab", "claude-x", new Usage(10, 4, 2, 3), "req_1")), outcome);
  }

  @Test
  void anthropicRefusalAndBothLimitsAreNotAnswers() {
    assertInstanceOf(
        Refused.class, ANTHROPIC.parse(Fixtures.answer(200, Fixtures.messages("", "refusal"))));
    for (String stop : new String[] {"max_tokens", "model_context_window_exceeded"}) {
      assertInstanceOf(
          Truncated.class, ANTHROPIC.parse(Fixtures.answer(200, Fixtures.messages("{", stop))));
    }
  }

  @Test
  void chatUsageCountsCachedInputApart() {
    assertEquals(
        new Answered(new Said("hi", "m-1", new Usage(6, 7, 4, 0), "r-1")),
        chat("{\"content\":\"hi\"}", "stop"));
  }

  @Test
  void chatContentMayBeChunks() {
    Answered answered =
        (Answered)
            chat(
                """
                {"content":[{"type":"thinking","thinking":[]},{"type":"text","text":"hi"}]}
                """,
                "new_reason");
    assertEquals("hi", answered.said().text());
  }

  @Test
  void chatStopReasonsAreToldApart() {
    assertInstanceOf(Truncated.class, chat("{\"content\":\"\"}", "length"));
    assertInstanceOf(Truncated.class, chat("{\"content\":\"\"}", "model_length"));
    assertInstanceOf(Refused.class, chat("{\"content\":\"\"}", "content_filter"));
    assertInstanceOf(Retryable.class, chat("{\"content\":\"\"}", "error"));
    Refused refused = (Refused) chat("{\"content\":null,\"refusal\":\"I will not\"}", "stop");
    assertEquals("I will not", refused.said().text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"id\":", "<html>hello</html>", "[]", "{}", "null"})
  void successThatCannotBeReadMayBeBilled(String body) {
    for (Protocol protocol : new Protocol[] {ANTHROPIC, MISTRAL}) {
      Retryable outcome = (Retryable) protocol.parse(Fixtures.answer(200, body));
      assertEquals(Faults.BAD_RESPONSE, outcome.fault().code());
      assertTrue(outcome.fault().maybeBilled());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, Terminal, bad_request",
    "401, Auth, unauthorized",
    "402, Auth, billing",
    "403, Auth, forbidden",
    "404, Terminal, not_found",
    "408, Retryable, timeout",
    "409, Retryable, conflict",
    "413, Terminal, request_too_large",
    "422, Terminal, bad_request",
    "429, Retryable, rate_limited",
    "500, Retryable, server_error",
    "502, Retryable, server_error",
    "503, Retryable, overloaded",
    "504, Retryable, server_error",
    "529, Retryable, overloaded",
    "302, Terminal, unexpected_status"
  })
  void statusDecidesWhetherToCallAgain(int status, String kind, String code) {
    CallOutcome outcome = ANTHROPIC.parse(Fixtures.answer(status, ""));
    assertEquals(kind, outcome.getClass().getSimpleName());
    assertEquals(code, Tally.fault(outcome).code());
    assertEquals("HTTP " + status, Tally.fault(outcome).message());
  }

  @ParameterizedTest
  @ValueSource(strings = {"enforced_spend_limit_reached", "contract_spend_limit_reached"})
  void spendCapIsNotThrottling(String code) {
    String body =
        """
        {"type":"error","error":{"type":"rate_limit_error","message":"Cap.",
         "details":{"error_code":"%s"}},"request_id":"req_9"}
        """
            .formatted(code);
    Fault fault = ((Auth) ANTHROPIC.parse(Fixtures.answer(429, body))).fault();
    assertEquals(new Fault(429, Faults.SPEND_LIMIT, code + ": Cap.", "req_9", false), fault);
  }

  @Test
  void rampLimitIsThrottling() {
    String body =
        """
        {"type":"error","error":{"type":"rate_limit_error","message":"m",
         "details":{"error_code":"ramp_limit_exceeded"}}}
        """;
    Retryable outcome = (Retryable) ANTHROPIC.parse(Fixtures.answer(429, body, "Retry-After", "3"));
    assertEquals(Duration.ofSeconds(3), outcome.retryAfter());
  }

  @Test
  void ownSpendLimitIsNamed() {
    String body =
        """
        {"error":{"type":"invalid_request_error",
         "message":"You have reached your specified API usage limits. Access returns in June."}}
        """;
    CallOutcome outcome = ANTHROPIC.parse(Fixtures.answer(400, body));
    assertEquals(Faults.SPEND_LIMIT, assertInstanceOf(Auth.class, outcome).fault().code());
  }

  @Test
  void openAiQuotaStopsAllCalls() {
    String body = "{\"error\":{\"message\":\"m\",\"type\":\"x\",\"code\":\"insufficient_quota\"}}";
    assertInstanceOf(Auth.class, OpenAiProtocol.INSTANCE.parse(Fixtures.answer(429, body)));
  }

  @Test
  void serverMayForbidAnotherTry() {
    assertInstanceOf(
        Terminal.class, ANTHROPIC.parse(Fixtures.answer(500, "", "x-should-retry", "false")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"object\":\"error\",\"message\":\"Bad\",\"type\":\"t\",\"param\":null,\"code\":\"1300\"}|1300: Bad",
        "{\"detail\":\"Unauthorized\"}|Unauthorized",
        "{\"message\":\"Unauthorized\",\"request_id\":\"q\"}|Unauthorized",
        "{\"detail\":[{\"type\":\"e\",\"loc\":[\"body\",\"x\"],\"msg\":\"No extras\",\"input\":\"PROMPT\"}]}|body.x No extras",
        "{\"object\":\"error\",\"message\":{\"detail\":[{\"loc\":[\"a\"],\"msg\":\"b\",\"input\":\"PROMPT\"}]},\"type\":\"t\"}|t: a b",
        "{\"error\":{\"message\":\"busy\",\"type\":\"api_error\",\"param\":null,\"code\":503}}|503: busy",
        "{\"error\":\"model not found\"}|model not found",
        "<html><head><style>a{}</style><title>502 Bad Gateway</title></head></html>|502 Bad Gateway",
        "Service Unavailable|Service Unavailable"
      })
  void errorBodiesOfEveryShapeGiveTheirWords(String body, String words) {
    assertEquals(words, Tally.fault(MISTRAL.parse(Fixtures.answer(500, body))).message());
  }

  @Test
  void longMessagesAreCut() {
    assertEquals(301, ErrorBody.of("x".repeat(1_000_000)).message().length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "retry-after|7|7000",
        "Retry-After|0.5|500",
        "retry-after-ms|300|300",
        "retry-after|Sat, 21 Nov 2026 12:00:10 GMT|9877"
      })
  void retryAfterIsReadInEachForm(String name, String value, long millis) {
    Duration wait = RetryAfter.of(okhttp3.Headers.of(name, value), Fixtures.NOW);
    assertEquals(millis, Math.round(wait.toNanos() / 1e6));
  }

  @Test
  void millisecondsGoBeforeSeconds() {
    okhttp3.Headers both = okhttp3.Headers.of("retry-after", "2", "retry-after-ms", "300");
    assertEquals(Duration.ofMillis(300), RetryAfter.of(both, Fixtures.NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", "soon", "NaN", "Sat, 21 Nov 2026 11:00:00 GMT", "1e300"})
  void unusableRetryAfterCountsAsNone(String value) {
    assertNull(RetryAfter.of(okhttp3.Headers.of("retry-after", value), Fixtures.NOW));
  }

  @Test
  void authIsAuthOnEveryProtocol() {
    assertInstanceOf(Auth.class, MISTRAL.parse(Fixtures.answer(401, "{\"detail\":\"no\"}")));
  }
}
