package io.quaestor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.tables.AuditorAccuracy;
import io.quaestor.tables.Interval;
import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.Wilson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestAccuracyText {

  /** Intervals as of 85 of 100 and 6 of 300 in the published tables of Wilson's interval. */
  @Test
  void everyCriterionIsALineWithItsIntervalsAndItsKindsBelow() {
    List<String> lines =
        AccuracyText.of(
            List.of(
                row("answer_correct", "all", 85, 100),
                row("answer_correct", "swapped_key", 45, 50),
                row("answer_correct", "two_keys", 40, 50),
                row("question_coherent", "all", 30, 33),
                row("question_coherent", "wrong_blank", 30, 33),
                row("result_checks", "all", 0, 0)),
            Map.of("untouched", 300L, "unscored_by_anna", 4L, "let_through_by_anna", 250L));
    String text = String.join("\n", lines).replaceAll(" +", " ");
    for (String expected :
        List.of(
            "anna (m-1)\n",
            "answer_correct 85/100 85.0% (76.7-90.7) 6/300 2.0% (0.9-4.3) 93.4% 85.1/97.9\n",
            " swapped_key 45/50 90.0%",
            " two_keys 40/50 80.0%",
            "question_coherent 30/33",
            "result_checks 0/0 undefined 6/300",
            " 4 items without a full verdict",
            " 250 of 300 untouched questions are active because anna passed them")) {
      assertTrue(text.contains(expected), expected + " in\n" + text);
    }
    assertTrue(!text.contains("wrong_blank"), "the only kind needs no line of its own");
    lines.forEach(line -> assertTrue(line.length() <= 100, line));
  }

  @Test
  void nothingIsPrintedWithoutFindings() {
    assertEquals(List.of(), AccuracyText.of(List.of(), Map.of()));
  }

  private static AuditorAccuracy row(String criterion, String defect, long caught, long planted) {
    Estimate sensitivity = Wilson.interval(caught, planted);
    Estimate specificity = Wilson.interval(294, 300);
    Estimate precision = Wilson.interval(caught, caught + 6);
    return new AuditorAccuracy(
        "cal",
        "anna",
        "m-1",
        criterion,
        defect,
        planted,
        caught,
        300,
        6,
        4,
        0,
        sensitivity.point().value(),
        interval(sensitivity),
        specificity.point().value(),
        interval(specificity),
        precision.point().value(),
        interval(precision),
        planted == 0 ? null : 0.851,
        planted == 0 ? null : 0.979,
        Map.of(),
        Instant.EPOCH);
  }

  private static Interval interval(Estimate estimate) {
    return estimate.low() == null ? null : new Interval(estimate.low(), estimate.high());
  }
}
