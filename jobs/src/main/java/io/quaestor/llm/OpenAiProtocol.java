package io.quaestor.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quaestor.conf.ProviderConf;
import java.net.URI;
import java.util.Map;

/** OpenAI chat completions and servers that follow them. */
final class OpenAiProtocol implements Protocol {
  static final OpenAiProtocol INSTANCE = new OpenAiProtocol();

  private OpenAiProtocol() {}

  @Override
  public String path() {
    return "/chat/completions";
  }

  @Override
  public Map<String, String> headers(ProviderConf provider, String key) {
    return ChatCompletions.bearer(key);
  }

  @Override
  public ObjectNode body(WireAsk ask) {
    ObjectNode body = ChatCompletions.body(ask);
    body.put(maxTokensField(ask.provider()), ask.ask().maxTokens());
    if (ask.seed() != null) {
      body.put("seed", ask.seed());
    }
    return body;
  }

  /** OpenAI's own models take only the new name, others (Ollama for one) only the old one. */
  private static String maxTokensField(ProviderConf provider) {
    String host = URI.create(provider.baseUrl()).getHost();
    boolean own =
        host != null && (host.endsWith("openai.com") || host.endsWith("openai.azure.com"));
    return own ? "max_completion_tokens" : "max_tokens";
  }

  @Override
  public CallOutcome read(JsonNode root, HttpAnswer answer) {
    return ChatCompletions.read(root, answer);
  }
}
