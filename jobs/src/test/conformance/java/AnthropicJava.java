import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.MessageCreateParams;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What anthropic-java sees of the servers named in the environment, as one line of JSON. */
public class AnthropicJava {
  public enum Level {
    beginner,
    advanced
  }

  public static class Reason {
    public String quote;
  }

  public static class Verdict {
    public boolean sound;
    public Level level;
    public List<Reason> reasons;
  }

  public static void main(String[] args) throws Exception {
    AnthropicClient plain = client("PLAIN", "", "right", 0);
    Map<String, Object> seen = new LinkedHashMap<>();
    try (var response = plain.messages().withRawResponse().create(question(0).build())) {
      Message message = response.parse().validate();
      seen.put("text", text(message));
      seen.put("stop", message.stopReason().orElseThrow().asString());
      seen.put("inputTokens", message.usage().inputTokens());
      seen.put("outputTokens", message.usage().outputTokens());
      seen.put("requestId", response.requestId().orElse(null));
      for (String name : List.of("limit", "remaining", "reset")) {
        seen.put(name, response.headers().values("anthropic-ratelimit-requests-" + name).get(0));
      }
    }
    MessageCountTokensParams count =
        MessageCountTokensParams.builder().model("claude-haiku-4-5").addUserMessage(text(0)).build();
    seen.put("countedTokens", plain.messages().countTokens(count).inputTokens());
    seen.put("structured", structured(plain));
    Message refused = client("REFUSING", "", "right", 0).messages().create(question(0).build());
    seen.put("refused", refused.validate().stopReason().orElseThrow().asString());
    JsonValue temperature = JsonValue.from(0.5);
    seen.put("warm", thrown(plain, question(0).putAdditionalBodyProperty("temperature", temperature)));
    seen.put("badRequest", thrown(plain, question(0).messages(List.of())));
    seen.put("wrongKey", thrown(client("PLAIN", "", "wrong", 0), question(0)));
    seen.put("noSuchPath", thrown(client("PLAIN", "/nowhere", "right", 0), question(0)));
    seen.put("overloaded", thrown(client("OVERLOADED", "", "right", 1), question(0)));
    seen.put("throttled", thrown(client("THROTTLED", "", "right", 0), question(0)));
    seen.put("underLimit", answered(client("LIMITED", "", "right", 2), 2));
    seen.put("despiteFailures", answered(client("FLAKY", "", "right", 5), 4));
    System.out.println(new ObjectMapper().writeValueAsString(seen));
    System.exit(0);
  }

  private static AnthropicClient client(String server, String path, String key, int retries) {
    return AnthropicOkHttpClient.builder()
        .baseUrl(System.getenv(server) + path)
        .apiKey(key)
        .maxRetries(retries)
        .build();
  }

  private static String text(int n) {
    return "Question " + n + ": what falls from clouds?";
  }

  private static MessageCreateParams.Builder question(int n) {
    return MessageCreateParams.builder()
        .model("claude-haiku-4-5")
        .maxTokens(256)
        .addUserMessage(text(n));
  }

  private static String text(Message message) {
    return message.content().get(0).asText().text();
  }

  private static Object structured(AnthropicClient client) {
    var params = question(0).outputConfig(Verdict.class).build();
    return client.messages().create(params).content().get(0).asText().text();
  }

  private static long answered(AnthropicClient client, int calls) {
    return IntStream.range(0, calls)
        .mapToObj(n -> client.messages().create(question(n).build()))
        .filter(message -> !text(message).isEmpty())
        .count();
  }

  private static Map<String, Object> thrown(
      AnthropicClient client, MessageCreateParams.Builder params) {
    Map<String, Object> seen = new LinkedHashMap<>();
    try {
      client.messages().create(params.build());
      seen.put("thrown", null);
    } catch (AnthropicServiceException e) {
      seen.put("thrown", e.getClass().getSimpleName());
      seen.put("status", e.statusCode());
      seen.put("code", e.errorType().orElseThrow().asString());
      seen.put("retryAfter", e.headers().values("retry-after").stream().findFirst().orElse(null));
    }
    return seen;
  }
}
