package io.quaestor.conf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCandidatesConf {
  private static final Path SHIPPED = Path.of(System.getProperty("quaestor.root"), "conf");

  @TempDir Path folder;

  @Test
  void theShippedNumbersAreTheSpecifiedOnes() {
    CandidatesConf conf = under(Map.of());
    assertEquals("phase0", conf.version());
    assertEquals(3, conf.candidateCount());
    assertEquals(0.40, conf.minViableScore());
    assertEquals(0.60, conf.reviewThreshold());
    assertEquals(0.85, conf.similarAbove());
    assertEquals(0, conf.qualityRetryLimit());
    assertFalse(conf.skipReview());
  }

  @Test
  void theEnvironmentOverridesTheFile() {
    CandidatesConf conf =
        under(
            Map.of(
                "CANDIDATE_COUNT", "4",
                "MIN_VIABLE_SCORE", "0.3",
                "REVIEW_THRESHOLD", " 0.5 ",
                "QUALITY_RETRY_LIMIT", "2",
                "SKIP_REVIEW", "1"));
    assertEquals(4, conf.candidateCount());
    assertEquals(0.3, conf.minViableScore());
    assertEquals(0.5, conf.reviewThreshold());
    assertEquals(0, conf.qualityRetryLimit());
    assertTrue(conf.skipReview());
  }

  @Test
  void blankVariablesCountAsNotSet() {
    assertEquals(under(Map.of()), under(Map.of("CANDIDATE_COUNT", " ", "SKIP_REVIEW", "")));
  }

  @Test
  void whatIsNoNumberIsRefusedByName() {
    for (String name : List.of("CANDIDATE_COUNT", "MIN_VIABLE_SCORE", "REVIEW_THRESHOLD")) {
      JobException refused = assertThrows(JobException.class, () -> under(Map.of(name, "many")));
      assertEquals("The environment variable " + name + " is many", refused.getMessage());
      assertTrue(refused.remedy().contains("number, or unset it"), refused.remedy());
      assertEquals(2, refused.exitCode().value());
    }
    JobException refused =
        assertThrows(JobException.class, () -> under(Map.of("SKIP_REVIEW", "maybe")));
    assertEquals("set it to 0 or 1, or unset it", refused.remedy());
  }

  @Test
  void numbersOutOfRangeAreRefusedTogether() {
    JobException refused =
        assertThrows(
            JobException.class,
            () -> under(Map.of("CANDIDATE_COUNT", "0", "MIN_VIABLE_SCORE", "NaN")));
    assertTrue(refused.getMessage().contains("candidate_count: 0 is below 1"));
    assertTrue(refused.getMessage().contains("min_viable_score: NaN is not within 0 to 1"));
  }

  @Test
  void aFileCannotAskForRetries() throws Exception {
    String shipped = Files.readString(SHIPPED.resolve("pipelines/candidates.yaml"));
    Files.createDirectories(folder.resolve("pipelines"));
    Files.writeString(
        folder.resolve("pipelines/candidates.yaml"),
        shipped.replace("batch_retries: 0", "batch_retries: 1"));
    Path own = Files.writeString(folder.resolve("own.yaml"), "calls:\n  window: 7\n");
    ConfHome home = ConfHome.load(SHIPPED, own, List.of(), name -> null);
    JobException refused = assertThrows(JobException.class, () -> home.pipeline("candidates"));
    assertTrue(refused.getMessage().contains("plan.batch_retries: must be 0"));
  }

  @Test
  void furtherCandidatesAreWarmerByATenthEachAndNeverAboveOne() {
    CandidatesConf conf = under(Map.of());
    assertEquals(
        List.of(0.2, 0.3, 0.4, 0.5, 0.6),
        IntStream.range(0, 5).mapToObj(conf::temperature).toList());
    assertEquals(1.0, conf.temperature(30));
    assertEquals("formal_academic", conf.approach(3).name());
  }

  @Test
  void theEnvironmentMakesItTheDefaultPipeline() {
    assertEquals("candidates", home(Map.of("USE_CANDIDATES", "1")).defaultPipeline());
    assertEquals("direct", home(Map.of("USE_CANDIDATES", "0")).defaultPipeline());
    assertEquals("direct", home(Map.of()).defaultPipeline());
    assertThrows(JobException.class, () -> home(Map.of("USE_CANDIDATES", "yes")).defaultPipeline());
  }

  @Test
  void theEnvironmentCountsOfflineToo() {
    ConfHome offline =
        home(Map.of("USE_CANDIDATES", "1", "CANDIDATE_COUNT", "2")).offline("http://x");
    assertEquals("candidates", offline.defaultPipeline());
    assertEquals(2, ((CandidatesConf) offline.pipeline("candidates")).candidateCount());
  }

  private static CandidatesConf under(Map<String, String> environment) {
    return (CandidatesConf) home(environment).pipeline("candidates");
  }

  private static ConfHome home(Map<String, String> environment) {
    return ConfHome.load(SHIPPED, null, List.of(), environment::get);
  }
}
