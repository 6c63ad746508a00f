package io.quaestor.llm;

import io.quaestor.conf.AcceptsConf;
import io.quaestor.conf.CallsConf;
import io.quaestor.conf.Conf;
import io.quaestor.conf.LimitsConf;
import io.quaestor.conf.ModelConf;
import io.quaestor.conf.PriceConf;
import io.quaestor.conf.ProviderConf;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import okhttp3.Headers;
import okio.ByteString;

/** Configuration and asks for tests of this package. */
final class Fixtures {
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00.123456Z");
  static final String KEY = "sk-secret-0123456789";
  static final AcceptsConf ALL = new AcceptsConf(true, true, true, true);
  static final AcceptsConf NOTHING = new AcceptsConf(false, false, false, false);
  static final CallsConf CALLS =
      new CallsConf(
          4,
          4,
          Duration.ofMinutes(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofMillis(500),
          Duration.ofSeconds(8),
          100_000,
          Duration.ofSeconds(30));
  static final Map<String, String> SCHEMAS =
      Map.of(
          "verdict",
          """
          {"type":"object","additionalProperties":false,"required":["level"],
           "properties":{"level":{"type":"string","enum":["beginner","advanced"]}}}
          """);

  private Fixtures() {}

  /** One provider of each protocol at the same place, and a model of each by the same name. */
  static Conf conf(String baseUrl, CallsConf calls) {
    return new Conf(
        Map.of(
            "anthropic", provider("anthropic", baseUrl, "2023-06-01"),
            "mistral", provider("mistral", baseUrl, null),
            "openai", provider("openai", baseUrl + "/v1", null)),
        Map.of(
            "anthropic", model("anthropic", ALL),
            "mistral", model("mistral", ALL),
            "openai", model("openai", ALL),
            "plain", model("openai", NOTHING)),
        calls,
        null,
        null,
        null,
        null);
  }

  static ProviderConf provider(String protocol, String baseUrl, String version) {
    return new ProviderConf(protocol, baseUrl, null, "TEST_KEY", version);
  }

  static ModelConf model(String provider, AcceptsConf accepts) {
    return new ModelConf(
        provider,
        provider + "-1",
        null,
        1.5,
        accepts,
        LimitsConf.NONE,
        List.of(price("2026-01-01", 0, "1", "5")));
  }

  static PriceConf price(String from, long above, String input, String output) {
    return new PriceConf(
        LocalDate.parse(from),
        above,
        new BigDecimal(input),
        new BigDecimal(output),
        new BigDecimal(input).multiply(new BigDecimal("1.25")),
        new BigDecimal(input).multiply(new BigDecimal("0.1")),
        new BigDecimal("0.5"));
  }

  static AskDraft draft(String model, String user) {
    return new AskDraft(
        model, "generate", "batch-1", 0, "Be brief.", "Passage.", user, "verdict", 0.5, 100, 7L);
  }

  static Ask ask(String model, String user) {
    return new AskFactory(conf("http://127.0.0.1:1", CALLS), SCHEMAS).ask(draft(model, user));
  }

  static HttpAnswer answer(int status, String body, String... headers) {
    return new HttpAnswer(status, Headers.of(headers), ByteString.encodeUtf8(body), NOW);
  }

  /** A Messages response with one text. */
  static String messages(String text, String stopReason) {
    return Json.object()
        .put("model", "anthropic-1-20260101")
        .put("stop_reason", stopReason)
        .<com.fasterxml.jackson.databind.node.ObjectNode>set(
            "content",
            Json.MAPPER
                .createArrayNode()
                .add(Json.object().put("type", "thinking").put("thinking", ""))
                .add(Json.object().put("type", "text").put("text", text)))
        .<com.fasterxml.jackson.databind.node.ObjectNode>set(
            "usage", Json.object().put("input_tokens", 10).put("output_tokens", 4))
        .toString();
  }
}
