import com.fasterxml.jackson.databind.ObjectMapper;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What openai-java sees of the servers named in the environment, as one line of JSON. */
public class OpenAiJava {
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
    OpenAIClient plain = client("PLAIN", "", "right", 0);
    Map<String, Object> seen = new LinkedHashMap<>();
    try (var response = plain.chat().completions().withRawResponse().create(question(0).build())) {
      ChatCompletion completion = response.parse().validate();
      seen.put("text", text(completion));
      seen.put("stop", completion.choices().get(0).finishReason().asString());
      seen.put("inputTokens", completion.usage().orElseThrow().promptTokens());
      seen.put("outputTokens", completion.usage().orElseThrow().completionTokens());
      seen.put("requestId", response.requestId().orElse(null));
      for (String name : List.of("limit", "remaining", "reset")) {
        String header = "x-ratelimit-" + name + "-requests";
        seen.put(name, response.headers().values(header).get(0));
      }
    }
    seen.put("structured", structured(plain));
    ChatCompletion refused =
        client("REFUSING", "", "right", 0).chat().completions().create(question(0).build());
    seen.put("refused", refused.validate().choices().get(0).message().refusal().orElse(null));
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

  private static OpenAIClient client(String server, String path, String key, int retries) {
    return OpenAIOkHttpClient.builder()
        .baseUrl(System.getenv(server) + path + "/v1")
        .apiKey(key)
        .maxRetries(retries)
        .build();
  }

  private static ChatCompletionCreateParams.Builder question(int n) {
    return ChatCompletionCreateParams.builder()
        .model("gpt-5")
        .maxCompletionTokens(256)
        .addUserMessage("Question " + n + ": what falls from clouds?");
  }

  private static String text(ChatCompletion completion) {
    return completion.choices().get(0).message().content().orElse("");
  }

  private static Object structured(OpenAIClient client) {
    var params = question(0).responseFormat(Verdict.class).build();
    return client.chat().completions().create(params).choices().get(0).message().content().get();
  }

  private static long answered(OpenAIClient client, int calls) {
    return IntStream.range(0, calls)
        .mapToObj(n -> client.chat().completions().create(question(n).build()))
        .filter(completion -> !text(completion).isEmpty())
        .count();
  }

  private static Map<String, Object> thrown(
      OpenAIClient client, ChatCompletionCreateParams.Builder params) {
    Map<String, Object> seen = new LinkedHashMap<>();
    try {
      client.chat().completions().create(params.build());
      seen.put("thrown", null);
    } catch (OpenAIServiceException e) {
      seen.put("thrown", e.getClass().getSimpleName());
      seen.put("status", e.statusCode());
      seen.put("code", e.code().or(e::type).orElse(null));
      seen.put("retryAfter", e.headers().values("retry-after").stream().findFirst().orElse(null));
    }
    return seen;
  }
}
