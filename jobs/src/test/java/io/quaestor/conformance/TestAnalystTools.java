package io.quaestor.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quaestor.connect.Endpoint;
import io.quaestor.lake.NamedQueries;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the demo leaves, as analysts come to it from Python. */
@Tag("conformance")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TestAnalystTools {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Path ROOT = Path.of(System.getProperty("quaestor.root")).toAbsolutePath();
  private static final Path SCRIPTS = ROOT.resolve("jobs/src/test/conformance/analyst");

  /** Asked for on loopback too once it is set. */
  private static final String TOKEN = "a-token-of-the-tests";

  private static final Map<String, String> WITH_TOKEN = Map.of(Endpoint.TOKEN, TOKEN);

  private Path python;
  private String warehouse;
  private Quaestor.Serving server;

  @BeforeAll
  void makeTheDemo(@TempDir Path temporary) throws Exception {
    warehouse = temporary.resolve("warehouse").toString();
    Process demo = Quaestor.start(temporary, "demo", "--warehouse", warehouse);
    try {
      python = Programs.python("analyst", ROOT.resolve("notebooks"));
      Quaestor.ended(demo, temporary);
    } finally {
      demo.destroyForcibly();
    }
    server = Quaestor.serve(temporary, WITH_TOKEN, "--warehouse", warehouse, "--port", "0");
  }

  @AfterAll
  void stop() throws Exception {
    if (server != null) {
      assertEquals(0, server.stop(), "a server that is told to end ends well");
    }
  }

  @Test
  void sparkConnectAndDeltaRsAndDuckDbCountTheSame() throws Exception {
    String readme = ROOT.resolve("README.md").toString();
    JsonNode spark = run(WITH_TOKEN, "client.py", server.address(), readme);
    JsonNode others = run("readers.py", warehouse);
    assertEquals(NamedQueries.names().size(), spark.get("tables").size());
    others
        .get("delta_rs")
        .fields()
        .forEachRemaining(
            table -> {
              assertEquals(spark.at("/tables/" + table.getKey()), table.getValue(), table.getKey());
              assertEquals(others.at("/duckdb/" + table.getKey()), table.getValue());
            });
    assertTrue(others.get("delta_rs").size() > 15, others::toString);
    assertEquals(spark.get("criteria"), others.get("criteria"));
    assertEquals("[1]", others.get("reader_versions").toString(), "any reader of Delta will do");
    client(spark);
  }

  private static void client(JsonNode seen) {
    assertEquals(0.4, seen.get("kappa").asDouble(), 1e-12);
    assertTrue(seen.get("functions").asInt() > 30);
    assertTrue(seen.get("frame").asBoolean(), "a data frame comes back as it went");
    JsonNode readme = seen.get("readme");
    assertEquals(3, readme.size(), "queries in the README");
    assertTrue(readme.get(0).asInt() > 0, "the auditor doubts some difficulty");
    assertEquals(3, readme.get(2).asInt(), "a row for each of the demo's auditors");
    assertTrue(seen.get("dropped").asText().startsWith("The warehouse's tables are for reading"));
    assertTrue(seen.get("deleted").asText().startsWith("[TABLE_OR_VIEW_NOT_FOUND]"));
  }

  @ParameterizedTest
  @CsvSource({"auditor_agreement, 4", "pipeline_comparison, 4", "cost_and_throughput, 3"})
  void everyCellOfTheNotebookRuns(String name, int plots) throws Exception {
    String printed =
        Programs.run(
            python,
            Map.of("QUAESTOR_CONNECT", server.address(), Endpoint.TOKEN, TOKEN),
            List.of("venv/bin/python", SCRIPTS.resolve("notebook.py").toString(), name + ".ipynb"));
    assertEquals(plots, printed.lines().filter("plot"::equals).count(), printed);
  }

  @Test
  void nobodyElseIsListenedToUnlessTold() throws Exception {
    int port = URI.create(server.address()).getPort();
    for (InetAddress address : reachable()) {
      assertThrows(IOException.class, () -> connect(address, port), address::toString);
    }
    connect(InetAddress.getByName("127.0.0.1"), port);
  }

  @Test
  void whoHasNoTokenIsTurnedAway() throws Exception {
    JsonNode answers =
        run("allowed.py", server.listening(), "-", "Bearer wrong", "Bearer " + TOKEN);
    assertTrue(answers.get(0).asText().contains("No authentication token"), answers::toString);
    assertTrue(answers.get(1).asText().contains("Invalid authentication token"));
    assertEquals("3", answers.get(2).asText());
  }

  private JsonNode run(String script, String... arguments) throws Exception {
    return run(Map.of(), script, arguments);
  }

  private JsonNode run(Map<String, String> environment, String script, String... arguments)
      throws Exception {
    Stream<String> command = Stream.of("venv/bin/python", SCRIPTS.resolve(script).toString());
    List<String> whole = Stream.concat(command, Stream.of(arguments)).toList();
    return MAPPER.readTree(Programs.run(python, environment, whole));
  }

  private static void connect(InetAddress address, int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 2000);
    }
  }

  /** This machine's addresses for others. */
  private static List<InetAddress> reachable() throws IOException {
    return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
        .toList();
  }
}
