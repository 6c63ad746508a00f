package io.quaestor.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobException;
import io.quaestor.generate.plan.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestCohortSpec {

  @Test
  void aCohortIsCalledAfterWhatItIsUnlessItHasAName() {
    assertEquals(new CohortSpec("graded", "graded", null, 1), CohortSpec.parse("graded"));
    assertEquals(
        new CohortSpec("graded-strong-s2", "graded", "strong", 2),
        CohortSpec.parse("graded,seed=2,model=strong"));
    assertEquals(new CohortSpec("v4", "graded", null, 1), CohortSpec.parse("graded,name=v4"));
  }

  @Test
  void whatIsNoCohortSaysWhyAndHowToWriteOne() {
    for (String bad : List.of("graded,sed=2", "graded,seed=two", "graded,name=a b", ",seed=1")) {
      JobException refused = assertThrows(JobException.class, () -> CohortSpec.parse(bad));
      assertTrue(refused.getMessage().contains("'%s'".formatted(bad)), refused.getMessage());
      assertTrue(refused.remedy().contains("--cohort graded,"), refused.remedy());
    }
  }

  @Test
  void oneCohortOrTwoOfANameAreNoComparison() {
    CohortSpec graded = CohortSpec.parse("graded");
    CreateOptions.Draw draw = new CreateOptions.Draw(null, 5, 1);
    for (List<CohortSpec> cohorts : List.of(List.of(graded), List.of(graded, graded))) {
      JobException refused =
          assertThrows(
              JobException.class,
              () -> new CreateOptions("x", cohorts, List.of("mistral"), Scope.ALL, draw));
      assertEquals("cohorts_not_distinct", refused.code());
    }
  }
}
