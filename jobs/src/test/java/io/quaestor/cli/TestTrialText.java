package io.quaestor.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.generate.Trial;
import io.quaestor.tables.Measure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestTrialText {
  private static final Trial.Spread NONE = new Trial.Spread(0, null, null, null);
  private static final Trial TRIAL =
      new Trial(
          "graded",
          "v4",
          "complete",
          List.of(new Trial.Topic("u", "Les articles", 3, 1, 1, 1, 0)),
          Map.of("below_rubric", 1L),
          Map.of("mcq_single", 2L),
          Map.of("beginner", 2L),
          new Trial.Spread(2, 8.5, 8.0, 9.0),
          new Trial.Grounding(new Trial.Spread(2, 1.0, 1.0, 1.0), NONE, NONE),
          new Measure("kept", 2, 3, 0.667, 0.2, 0.9, 0),
          List.of(),
          0.02,
          0.01,
          List.of(
              new Trial.Sample(
                  "mcq_single",
                  "beginner",
                  "Que fait le chat ?",
                  List.of("dort", "mange", "joue"),
                  List.of("dort"),
                  8.5,
                  Map.of("clarity", 4.0))));

  @Test
  void aTrialIsOneJsonDocument() {
    String json = Summary.json(TRIAL);
    assertTrue(json.contains("\"topic\":\"Les articles\""), json);
    assertTrue(json.contains("\"quality_score\":8.5"), json);
  }

  @Test
  void whatThereIsNoneOfIsSaid() {
    String text = String.join("\n", TrialText.of(TRIAL));
    assertTrue(text.contains("reasoning steps  none"), text);
    assertTrue(text.contains("turned down      below_rubric 1"), text);
    assertTrue(text.contains("Que fait le chat ?"), text);
    String both = String.join("\n", TrialText.compared(TRIAL, TRIAL));
    assertTrue(both.contains("67 % (2 of 3; 95 %: 20 to 90)"), both);
  }
}
