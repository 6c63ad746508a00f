package io.quaestor.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quaestor.JobException;
import io.quaestor.conf.ProviderConf;
import java.util.Map;

/** How one family of providers is spoken to. Stateless. */
sealed interface Protocol permits AnthropicProtocol, MistralProtocol, OpenAiProtocol {

  /**
   * @throws JobException when there is no such protocol
   */
  static Protocol of(ProviderConf provider) {
    return switch (provider.protocol()) {
      case "anthropic" -> AnthropicProtocol.INSTANCE;
      case "mistral" -> MistralProtocol.INSTANCE;
      case "openai" -> OpenAiProtocol.INSTANCE;
      default ->
          throw JobException.input(
              "unknown_protocol",
              "No protocol is called " + provider.protocol() + ".",
              "Use anthropic, mistral or openai in the provider's configuration.");
    };
  }

  /** To be appended to the base URL. */
  String path();

  /**
   * @param key null when the endpoint wants none
   */
  Map<String, String> headers(ProviderConf provider, String key);

  ObjectNode body(WireAsk ask);

  /** Reads the body of a success; throws nothing, whatever it holds. */
  CallOutcome read(JsonNode root, HttpAnswer answer);

  default boolean takesTemperature(ProviderConf provider) {
    return true;
  }

  /** Reads any response. */
  default CallOutcome parse(HttpAnswer answer) {
    if (!answer.success()) {
      return Faults.of(answer);
    }
    JsonNode root = Json.parse(answer.body());
    return root == null || !root.isObject()
        ? Faults.unreadable(answer, "The body is not a JSON object")
        : read(root, answer);
  }
}
