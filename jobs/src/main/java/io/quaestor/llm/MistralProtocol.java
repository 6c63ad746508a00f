package io.quaestor.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quaestor.conf.ProviderConf;
import java.util.Map;

/** Mistral chat completions: an unknown field is a 422, so only documented ones are sent. */
final class MistralProtocol implements Protocol {
  static final MistralProtocol INSTANCE = new MistralProtocol();

  private MistralProtocol() {}

  @Override
  public String path() {
    return "/v1/chat/completions";
  }

  @Override
  public Map<String, String> headers(ProviderConf provider, String key) {
    return ChatCompletions.bearer(key);
  }

  @Override
  public ObjectNode body(WireAsk ask) {
    ObjectNode body = ChatCompletions.body(ask).put("max_tokens", ask.ask().maxTokens());
    if (ask.seed() != null) {
      body.put("random_seed", ask.seed());
    }
    return body;
  }

  @Override
  public CallOutcome read(JsonNode root, HttpAnswer answer) {
    return ChatCompletions.read(root, answer);
  }
}
