package io.quaestor.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TestRunProgress {
  @Test
  void aTopUpAsksForWhatIsMissingAtTheYieldSeen() {
    RunProgress progress = new RunProgress(100, 1);
    assertEquals(100, progress.toAsk());
    progress.after(80, 100, false);
    assertEquals(32, progress.toAsk());
    progress.after(100, 132, false);
    assertFalse(progress.goesOn(2, 6));
    assertEquals("target_reached", progress.stopReason());
  }

  @Test
  void aDrySourceThatGivesNothingNewEndsTheRun() {
    RunProgress progress = new RunProgress(100, 1);
    progress.after(10, 100, true);
    assertTrue(progress.goesOn(1, 6));
    progress.after(10, 200, true);
    assertFalse(progress.goesOn(2, 6));
    assertEquals("source_exhausted", progress.stopReason());
  }

  @Test
  void roundsAreBounded() {
    RunProgress progress = new RunProgress(100, 1);
    progress.after(10, 100, false);
    assertFalse(progress.goesOn(6, 6));
    assertEquals("rounds_exhausted", progress.stopReason());
  }

  @Test
  void theFirstRoundAsksForMoreWhereThePipelineOvergenerates() {
    assertEquals(90, new RunProgress(60, 1.5).toAsk());
    assertEquals(32, new RunProgress(21, 1.5).toAsk());
  }

  @Test
  void aRunThatCannotPlanMoreSaysThatTheSourceIsExhausted() {
    RunProgress progress = new RunProgress(10, 1);
    progress.dry();
    assertFalse(progress.goesOn(0, 6));
    assertEquals("source_exhausted", progress.stopReason());
  }
}
