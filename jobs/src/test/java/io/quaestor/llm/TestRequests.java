package io.quaestor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quaestor.conf.AcceptsConf;
import io.quaestor.conf.ProviderConf;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TestRequests {
  private static final JsonNode SCHEMA = Json.parse(Fixtures.SCHEMAS.get("verdict"));

  private static ObjectNode body(String protocol, AcceptsConf accepts, ProviderConf provider) {
    WireAsk ask =
        new WireAsk(
            Fixtures.ask(protocol, "Why?"),
            Fixtures.model(protocol, accepts),
            provider,
            new WireSchema(SCHEMA),
            null);
    return sent(ask);
  }

  /** As the provider reads it. */
  private static ObjectNode sent(WireAsk ask) {
    byte[] body = Json.bytes(Protocol.of(ask.provider()).body(ask));
    return (ObjectNode) Json.parse(new String(body, StandardCharsets.UTF_8));
  }

  private static ObjectNode body(String protocol, AcceptsConf accepts) {
    return body(protocol, accepts, Fixtures.provider(protocol, "http://127.0.0.1:1", "2023-06-01"));
  }

  private static Set<String> fields(ObjectNode body) {
    Set<String> names = new TreeSet<>();
    body.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void anthropicGetsSchemaCachedPrefixAndTemperature() {
    assertEquals(
        Json.parse(
                """
            {"model":"anthropic-1","max_tokens":100,"system":"Be brief.","temperature":0.5,
             "messages":[{"role":"user","content":[
               {"type":"text","text":"Passage.","cache_control":{"type":"ephemeral"}},
               {"type":"text","text":"Why?"}]}],
             "output_config":{"format":{"type":"json_schema","schema":%s}}}
            """
                    .formatted(SCHEMA))
            .toString(),
        body("anthropic", Fixtures.ALL).toString());
  }

  @Test
  void newAnthropicVersionGetsNoTemperature() {
    ProviderConf newer = Fixtures.provider("anthropic", "http://127.0.0.1:1", "2026-10-21");
    assertFalse(body("anthropic", Fixtures.ALL, newer).has("temperature"));
  }

  @Test
  void mistralGetsDocumentedFieldsOnlyAndRandomSeed() {
    ObjectNode body = body("mistral", Fixtures.ALL);
    assertEquals(
        Set.of("model", "messages", "temperature", "max_tokens", "random_seed", "response_format"),
        fields(body));
    assertEquals(7, body.get("random_seed").asInt());
    assertEquals(
        Json.parse(
            """
            [{"role":"system","content":"Be brief."},
             {"role":"user","content":"Passage.\\n\\nWhy?"}]
            """),
        body.get("messages"));
    assertEquals(
        Json.parse(
            """
            {"type":"json_schema","json_schema":{"name":"verdict","strict":true,"schema":%s}}
            """
                .formatted(SCHEMA)),
        body.get("response_format"));
  }

  @Test
  void modelThatTakesNothingGetsTheSchemaInThePrompt() {
    for (String protocol : new String[] {"anthropic", "mistral", "openai"}) {
      ObjectNode body = body(protocol, Fixtures.NOTHING);
      Set<String> fields = fields(body);
      fields.removeAll(Set.of("model", "messages", "system", "max_tokens"));
      assertEquals(Set.of(), fields, protocol);
      String messages = body.get("messages").toString();
      assertTrue(messages.contains("satisfies this JSON schema"), messages);
      assertFalse(messages.contains("cache_control"), messages);
    }
  }

  @Test
  void openAiItselfGetsTheNewNameOfMaxTokensAndOthersTheOld() {
    ProviderConf own = Fixtures.provider("openai", "https://api.openai.com/v1", null);
    assertEquals(100, body("openai", Fixtures.ALL, own).get("max_completion_tokens").asInt());
    ObjectNode other = body("openai", Fixtures.ALL);
    assertEquals(100, other.get("max_tokens").asInt());
    assertEquals(7, other.get("seed").asInt());
    assertFalse(other.has("max_completion_tokens"));
  }

  @Test
  void emptySystemAndPrefixAreLeftOut() {
    Ask bare = new Ask("id", "anthropic", "p", "s", 0, "", "", "Why?", null, null, 10, null);
    ProviderConf provider = Fixtures.provider("anthropic", "http://127.0.0.1:1", "2023-06-01");
    ObjectNode body =
        sent(new WireAsk(bare, Fixtures.model("anthropic", Fixtures.ALL), provider, null, null));
    assertEquals(
        Json.parse(
            """
            {"model":"anthropic-1","max_tokens":10,
             "messages":[{"role":"user","content":[{"type":"text","text":"Why?"}]}]}
            """),
        body);
  }

  @Test
  void boundsThatAnthropicCannotCompileAreLeftToUs() {
    JsonNode schema =
        Json.parse(
            """
            {"$schema":"x","type":"object","properties":{
              "minimum":{"type":"integer","minimum":0,"maximum":9},
              "list":{"type":"array","minItems":2,"maxItems":3,"items":{"type":"string","minLength":1}},
              "some":{"type":"array","minItems":1,"items":{"enum":[{"minLength":1}]}}}}
            """);
    assertEquals(
        Json.parse(
            """
            {"type":"object","properties":{
              "minimum":{"type":"integer"},
              "list":{"type":"array","items":{"type":"string"}},
              "some":{"type":"array","minItems":1,"items":{"enum":[{"minLength":1}]}}},
             "additionalProperties":false}
            """),
        WireSchema.narrow(schema));
  }
}
