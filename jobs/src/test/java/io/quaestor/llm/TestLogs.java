package io.quaestor.llm;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.lease.Link;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestLogs {
  private static final String PROMPT = "Prompt-7d1f";
  private static final String ANSWER = "Answer-93ac";

  @TempDir Path warehouse;

  private static final class Kept extends AbstractAppender {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    Kept() {
      super("kept", null, null, true, Property.EMPTY_ARRAY);
    }

    @Override
    public void append(LogEvent event) {
      lines.add(event.getMessage().getFormattedMessage() + " " + event.getThrown());
    }
  }

  @Test
  void noKeyPromptOrReplyIsLogged() throws IOException {
    Logger root = (Logger) LogManager.getRootLogger();
    Kept kept = new Kept();
    kept.start();
    root.addAppender(kept);
    Level before = root.getLevel();
    root.setLevel(Level.INFO);
    try (ScriptedServer server =
        ScriptedServer.inOrder(
            ScriptedServer.ok(Fixtures.messages(ANSWER, "end_turn")),
            new ScriptedServer.Act.ResetInBody(),
            ScriptedServer.status(400, "{\"error\":{\"message\":\"" + ANSWER + "\"}}"),
            ScriptedServer.status(401, "{\"error\":{\"message\":\"" + Fixtures.KEY + "\"}}"))) {
      root.info("The appender works");
      CallSetup setup =
          new CallSetup(
              Fixtures.conf(server.url(), Fixtures.CALLS),
              Fixtures.SCHEMAS,
              warehouse.toString(),
              Map.of(),
              "run-l",
              CallSetup.Terms.NONE);
      List<Ask> asks =
          List.of(Fixtures.ask("anthropic", PROMPT), Fixtures.ask("anthropic", PROMPT + 2));
      Outside outside =
          new Outside(
              InstantSource.system(),
              System::nanoTime,
              () -> 0,
              name -> Fixtures.KEY,
              Later.system(),
              Link::open);
      new AskCalls(setup).call(asks.iterator(), outside).forEachRemaining(r -> {});
    } finally {
      root.setLevel(before);
      root.removeAppender(kept);
    }
    String all = String.join("\n", kept.lines);
    assertTrue(all.contains("The appender works"));
    for (String secret : new String[] {Fixtures.KEY, PROMPT, ANSWER}) {
      assertFalse(all.contains(secret), secret);
    }
  }
}
