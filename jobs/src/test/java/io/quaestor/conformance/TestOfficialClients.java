package io.quaestor.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quaestor.conf.SimConf;
import io.quaestor.sim.Fault;
import io.quaestor.sim.SimOptions;
import io.quaestor.sim.SimServer;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the providers' own clients make of the offline provider. */
@Tag("conformance")
class TestOfficialClients {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final SimConf CONF = new SimConf(7, 0, Map.of(), Map.of());
  private static final SimOptions.Limits WIDE = new SimOptions.Limits(6000L, 600_000L, 60);
  private static final SimOptions.Limits ONE_A_SECOND = new SimOptions.Limits(60L, null, 1);
  private static final String ANTHROPIC_ERRORS =
      "400 invalid_request_error, 401 authentication_error, 404 not_found_error,"
          + " 429 rate_limit_error, 529 overloaded_error";
  private static final String OPENAI_ERRORS =
      "400 invalid_request_error, 401 invalid_api_key, 404 invalid_request_error,"
          + " 429 rate_limit_exceeded, 503 server_error";
  private static final String MISTRAL_ERRORS =
      "422 invalid_request_error, 401 Unauthorized, 404 invalid_request_error,"
          + " 429 1300, 503 server_error";

  private final Map<String, SimServer> servers =
      Map.of(
          "PLAIN", start(SimOptions.defaults().withKey("right").withLimits(WIDE)),
          "LIMITED", start(SimOptions.defaults().withLimits(ONE_A_SECOND)),
          "FLAKY", start(SimOptions.defaults().withFaults(Map.of(Fault.HTTP_529, 0.3))),
          "OVERLOADED", start(SimOptions.defaults().withFaults(Map.of(Fault.HTTP_529, 1.0))),
          "THROTTLED", start(SimOptions.defaults().withFaults(Map.of(Fault.HTTP_429, 1.0))),
          "REFUSING", start(SimOptions.defaults().withFaults(Map.of(Fault.REFUSAL, 1.0))));

  @AfterEach
  void stop() {
    servers.values().forEach(SimServer::close);
  }

  @Test
  void anthropicJavaOfTheFirstApiVersion() throws Exception {
    JsonNode seen = java("AnthropicJava.java", "com.anthropic", "anthropic-java", "2.57.0");
    satisfied(seen, ANTHROPIC_ERRORS);
    assertEquals(seen.at("/inputTokens"), seen.at("/countedTokens"));
    assertTrue(seen.at("/warm/thrown").isNull(), "it may set a temperature");
  }

  @Test
  void anthropicJavaOfTheNewApiVersion() throws Exception {
    JsonNode seen = java("AnthropicJava.java", "com.anthropic", "anthropic-java", "3.11.0");
    satisfied(seen, ANTHROPIC_ERRORS);
    assertEquals(seen.at("/inputTokens"), seen.at("/countedTokens"));
    assertEquals("BadRequestException", seen.at("/warm/thrown").asText());
  }

  @Test
  void openAiJava() throws Exception {
    satisfied(java("OpenAiJava.java", "com.openai", "openai-java", "4.100.0"), OPENAI_ERRORS);
  }

  @Test
  void anthropicForNode() throws Exception {
    JsonNode seen = node("anthropic.mjs");
    satisfied(seen, ANTHROPIC_ERRORS);
    assertEquals(seen.at("/inputTokens"), seen.at("/countedTokens"));
    assertEquals("BadRequestError", seen.at("/warm/thrown").asText());
  }

  @Test
  void openAiForNode() throws Exception {
    satisfied(node("openai.mjs"), OPENAI_ERRORS);
  }

  @Test
  void mistralForNode() throws Exception {
    satisfied(node("mistral.mjs"), MISTRAL_ERRORS);
  }

  private static SimServer start(SimOptions options) {
    return SimServer.start(CONF, options);
  }

  private JsonNode node(String program) throws Exception {
    return run(Programs.node(), List.of("node", program));
  }

  /** Runs the program from its source, on the client's own class path. */
  private JsonNode java(String program, String group, String artifact, String version)
      throws Exception {
    List<String> resolve =
        List.of(
            "mvn",
            "-B",
            "-q",
            "-ntp",
            "dependency:copy-dependencies",
            "-DoutputDirectory=lib",
            "-Dclient.group=" + group,
            "-Dclient.artifact=" + artifact,
            "-Dclient.version=" + version);
    String name = artifact + "-" + version;
    Path folder = Programs.install(name, "java", "pom.xml", List.of(resolve));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String jars = "lib" + File.separator + "*";
    return run(folder, List.of(java, "-XX:TieredStopAtLevel=1", "-cp", jars, program));
  }

  private JsonNode run(Path folder, List<String> command) throws Exception {
    Map<String, String> addresses =
        servers.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, server -> server.getValue().url()));
    return MAPPER.readTree(Programs.run(folder, addresses, command));
  }

  private void satisfied(JsonNode seen, String errors) {
    assertTrue(seen.at("/text").asText().startsWith("This is the offline provider"));
    assertTrue(List.of("stop", "end_turn").contains(seen.at("/stop").asText()));
    assertTrue(seen.at("/inputTokens").asInt() > 0);
    assertTrue(seen.at("/outputTokens").asInt() > 0);
    assertTrue(seen.at("/requestId").asText().startsWith("req_"));
    assertEquals("6000", seen.at("/limit").asText());
    assertEquals("5999", seen.at("/remaining").asText());
    assertEquals(
        "{\"sound\":true,\"level\":\"beginner\",\"reasons\":[]}",
        seen.at("/structured").toString());
    assertTrue(
        List.of("refusal", "I cannot help with that.").contains(seen.at("/refused").asText()));
    assertEquals(
        errors,
        Stream.of("badRequest", "wrongKey", "noSuchPath", "throttled", "overloaded")
            .map(seen::path)
            .map(e -> e.path("status").asText() + " " + e.path("code").asText())
            .collect(Collectors.joining(", ")));
    assertEquals("1", seen.at("/throttled/retryAfter").asText());
    triedAgain(seen);
  }

  /** Calls that were turned down at first were answered in the end. */
  private void triedAgain(JsonNode seen) {
    assertEquals(2, seen.at("/underLimit").asInt());
    assertEquals(2, servers.get("LIMITED").stats().answered());
    assertTrue(servers.get("LIMITED").stats().errors().get("http_429") >= 1);
    assertEquals(4, seen.at("/despiteFailures").asInt());
    assertEquals(4, servers.get("FLAKY").stats().answered());
    assertTrue(servers.get("FLAKY").stats().received() > 4);
  }
}
