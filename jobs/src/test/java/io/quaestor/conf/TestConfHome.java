package io.quaestor.conf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestConfHome {
  private static final Path SHIPPED = Path.of(System.getProperty("quaestor.root"), "conf");

  @TempDir Path folder;

  @Test
  void theShippedConfigurationIsWhole() {
    ConfHome home = load(null);
    assertEquals("claude-haiku-4-5", home.conf().models().get("cheap").id());
    assertEquals(Duration.ofSeconds(30), home.conf().calls().foldEvery());
    assertEquals(List.of("arithmetic", "mistral", "sonnet"), home.auditors());
    assertEquals(6, home.auditor("mistral").gate().size());
    assertEquals(4, home.auditor("sonnet").gate().size());
    assertEquals(5, home.pipeline("direct").plan().batchSize());
    assertEquals(12, home.topics().maxTopics());
    assertEquals("cheap", home.topics().suggest().model());
    assertTrue(home.schemas().containsKey("questions"));
  }

  @Test
  void aFileOfOnesOwnIsLaidOverTheShippedOne() throws Exception {
    Path own = Files.writeString(folder.resolve("own.yaml"), "calls:\n  window: 7\n");
    assertEquals(7, load(own).conf().calls().window());
    assertEquals(8, load(own).conf().calls().attempts());
    assertNotEquals(load(null).sha256(), load(own).sha256());
  }

  @Test
  void everyWrongKeyIsNamedAtOnce() throws Exception {
    Path own =
        Files.writeString(
            folder.resolve("own.yaml"), "bogus: 1\ncalls:\n  windw: 3\n  window: x\n");
    JobException refused = assertThrows(JobException.class, () -> load(own));
    assertEquals(2, refused.exitCode().value());
    for (String problem : List.of("bogus", "calls.windw", "calls.window: x")) {
      assertTrue(refused.getMessage().contains(problem), refused.getMessage());
    }
  }

  @Test
  void malformedYamlNamesFileAndLine() throws Exception {
    Path own = Files.writeString(folder.resolve("own.yaml"), "calls:\n  window: [\n");
    JobException refused = assertThrows(JobException.class, () -> load(own));
    assertEquals("malformed_yaml", refused.code());
    assertTrue(refused.getMessage().contains("own.yaml, line"), refused.getMessage());
  }

  @Test
  void aModelOfAnUnknownProviderIsRefused() {
    JobException refused =
        assertThrows(
            JobException.class,
            () -> ConfHome.load(SHIPPED, null, List.of("models.cheap.provider=acme"), n -> null));
    assertTrue(refused.getMessage().contains("there is no acme"), refused.getMessage());
  }

  @Test
  void theThresholdsOfQualityAreChecked() {
    assertEquals(new QualityConf(0.85, 32, 4, 100), load(null).conf().quality());
    assertEquals(0.07, load(null).conf().agree().gateBelow());
    List<String> set =
        List.of("quality.duplicate_cosine=1.5", "quality.bands=0", "agree.gate_below=1");
    JobException refused =
        assertThrows(JobException.class, () -> ConfHome.load(SHIPPED, null, set, n -> null));
    assertTrue(refused.getMessage().contains("duplicate_cosine: 1.5"), refused.getMessage());
    assertTrue(refused.getMessage().contains("gate_below: 1.0 is not"), refused.getMessage());
    assertTrue(refused.getMessage().contains("must be at least 1"), refused.getMessage());
  }

  @Test
  void defectsAreKnownAndRatesAreShares() {
    for (String set :
        List.of("sim.defects.typos=0.1", "sim.defects.grammar=1.5", "sim.repair_rate=-1")) {
      JobException refused =
          assertThrows(
              JobException.class, () -> ConfHome.load(SHIPPED, null, List.of(set), n -> null), set);
      String name = set.substring(0, set.indexOf('=')).replaceAll(".*\\.", "");
      assertTrue(refused.getMessage().contains(name), refused.getMessage());
    }
  }

  @Test
  void whatIsNoHttpAddressIsRefused() {
    for (String url : List.of("http:example.org", "ftp://example.org", "http://a b", "https://")) {
      List<String> set = List.of("providers.mistral.base_url=" + url);
      JobException refused =
          assertThrows(JobException.class, () -> ConfHome.load(SHIPPED, null, set, n -> null), url);
      assertTrue(refused.getMessage().contains("is not an http(s) address"), refused.getMessage());
    }
  }

  @Test
  void anUnknownAuditorIsRefusedWithThoseThereAre() {
    JobException refused = assertThrows(JobException.class, () -> load(null).auditor("oracle"));
    assertEquals("unknown_auditor", refused.code());
    assertTrue(refused.remedy().contains("mistral, sonnet"), refused.remedy());
  }

  @Test
  void everyWrongSettingOfTopicsIsNamedAtOnce() throws Exception {
    Path own = Files.writeString(folder.resolve("own.yaml"), "{}");
    Files.createDirectories(folder.resolve("corpus"));
    Files.writeString(
        folder.resolve("corpus/topics.yaml"),
        "{max_topics: 0, batch_tokens: 1, merge_cosine: 2, suggest: {prompt: p, schema: s, model:"
            + " acme, temperature: 0, max_tokens: 1}}");
    JobException refused = assertThrows(JobException.class, () -> load(own).topics());
    for (String problem : List.of("max_topics", "merge_cosine", "there is no acme")) {
      assertTrue(refused.getMessage().contains(problem), refused.getMessage());
    }
  }

  @Test
  void baseUrlsComeFromTheEnvironmentAndOfflineAccountsHaveNamesOfTheirOwn() {
    ConfHome home =
        ConfHome.load(
            SHIPPED,
            null,
            List.of(),
            name -> name.equals("ANTHROPIC_BASE_URL") ? "http://127.0.0.1:1/" : null);
    assertEquals("http://127.0.0.1:1", home.conf().providers().get("anthropic").baseUrl());
    Conf offline = home.offline("http://127.0.0.1:2").conf();
    assertEquals("offline-anthropic", offline.models().get("cheap").provider());
    assertNull(offline.providers().get("offline-anthropic").keyEnv());
    assertEquals("http://127.0.0.1:2/v1", offline.providers().get("offline-openai").baseUrl());
  }

  private static ConfHome load(Path own) {
    return ConfHome.load(SHIPPED, own, List.of(), name -> null);
  }
}
