package io.quaestor.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quaestor.conf.PlanConf;
import io.quaestor.generate.plan.Coverage;
import io.quaestor.generate.plan.Scope;
import io.quaestor.generate.plan.Source;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCoverage {
  private static final PlanConf PLAN =
      new PlanConf(
          5,
          0,
          1,
          25,
          Map.of("mcq_single", 0.5, "true_false", 0.5, "writing", 0.0),
          Map.of("beginner", 0.5, "advanced", 0.5),
          null);

  @TempDir Path folder;

  @Test
  void aTopicLacksWhatThePipelineMakesAndNobodyAsked() {
    Lake lake = TinyCorpus.lake(folder, 2);
    TinyCorpus.insert(lake, Tables.QUESTIONS, List.of(TinyCorpus.question("q1", "chunk-0", "sha")));
    assertEquals(
        List.of(
            new Coverage(
                "trains", "Trains 0", 1, 100, 1, List.of("true_false"), List.of("advanced")),
            new Coverage(
                "trains",
                "Trains 1",
                1,
                100,
                0,
                List.of("mcq_single", "true_false"),
                List.of("advanced", "beginner"))),
        Coverage.of(lake, Source.of(lake, Scope.ALL), PLAN).collectAsList());
  }
}
