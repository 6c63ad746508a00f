package io.quaestor.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quaestor.JobContext;
import io.quaestor.Progress;
import io.quaestor.conf.ConfHome;
import io.quaestor.lake.Lake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A model behind the shipped configuration that answers as it is told, for tests of jobs. */
public final class ScriptedModel implements AutoCloseable {
  private static final Path CONF = Path.of(System.getProperty("quaestor.root"), "conf");

  private final ScriptedServer server;
  private final List<String> settings;

  /**
   * @param script from the user's message to the text of the answer, null for a refusal (400)
   * @param settings as after {@code --set}
   */
  public ScriptedModel(Function<String, String> script, String... settings) {
    try {
      this.server = new ScriptedServer(request -> act(script.apply(message(request.body()))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.settings = List.of(settings);
  }

  public String url() {
    return server.url();
  }

  /** The user's message of every request so far. */
  public List<String> asked() {
    return server.requests.stream().map(request -> message(request.body())).toList();
  }

  /** What a job works with, as one run. */
  public JobContext context(Lake lake, String runId) {
    ConfHome home = ConfHome.load(CONF, null, settings, name -> null).offline(server.url());
    CallSetup setup =
        new CallSetup(
            home.conf(),
            home.schemas(),
            lake.root().toString(),
            Map.of(),
            runId,
            CallSetup.Terms.NONE);
    Ledger ledger = new Ledger(lake, setup, null, name -> null, Progress.SILENT);
    return new JobContext(lake, home, ledger, Progress.SILENT);
  }

  private static ScriptedServer.Act act(String answer) {
    return answer == null
        ? ScriptedServer.status(400, "{\"type\":\"error\",\"error\":{\"message\":\"no\"}}")
        : ScriptedServer.ok(Fixtures.messages(answer, "end_turn"));
  }

  private static String message(String body) {
    try {
      JsonNode content = Json.MAPPER.readTree(body).at("/messages/0/content");
      return content.isTextual()
          ? content.asText()
          : String.join("\n", content.findValuesAsText("text"));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(body, e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
