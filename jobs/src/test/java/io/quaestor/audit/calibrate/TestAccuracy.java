package io.quaestor.audit.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.ExitCode;
import io.quaestor.JobException;
import io.quaestor.audit.calibrate.VotePattern.Ballot;
import io.quaestor.tables.AuditorAccuracy;
import io.quaestor.tables.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TestAccuracy {
  private static final String GRAMMAR = "grammar_correct";
  private static final String SLIP = "broken_grammar";

  /** 85 of 100 caught and 6 of 300 false alarms, beside 7 and 9 items without a verdict. */
  @Test
  void whatIsUnscoredIsCountedAndInNoShare() {
    AuditorAccuracy row =
        rows(
                pattern(SLIP, 85, vote("anna", false)),
                pattern(SLIP, 15, vote("anna", true)),
                pattern(SLIP, 7, vote("anna", null)),
                pattern(null, 6, vote("anna", false)),
                pattern(null, 294, vote("anna", true)),
                pattern(null, 9, vote("anna", null)))
            .get(0);
    assertEquals(100, row.planted());
    assertEquals(7, row.unscoredPlanted());
    assertEquals(300, row.clean());
    assertEquals(9, row.unscoredClean());
    assertEquals(0.85, row.sensitivity());
    assertEquals("0.767 to 0.907", rounded(row.sensitivityInterval()));
    assertEquals(0.98, row.specificity());
    assertEquals("0.957 to 0.991", rounded(row.specificityInterval()));
    assertEquals(85 / 91.0, row.precision());
    assertEquals(
        Map.of("latent_sensitivity", "few_raters", "latent_specificity", "few_raters"),
        row.undefined());
  }

  @Test
  void whatNothingWasPlantedForHasNoSensitivityAndSaysWhy() {
    AuditorAccuracy row =
        rows(pattern(null, 20, vote("anna", true)), pattern(null, 5, vote("anna", false))).get(0);
    assertNull(row.sensitivity());
    assertNull(row.precision());
    assertEquals(0.8, row.specificity());
    assertEquals("no_trials", row.undefined().get("sensitivity"));
    assertEquals("nothing_planted", row.undefined().get("precision"));
    assertEquals("nothing_planted", row.undefined().get("latent_sensitivity"));
  }

  @Test
  void threeAuditorsTellEachOthersRatesByTheirVotesAlone() {
    List<VotePattern> patterns = new ArrayList<>();
    List<String> names = List.of("anna", "bert", "carl");
    for (int said = 0; said < 8; said++) {
      List<Ballot> ballots = new ArrayList<>();
      double broken = 10_000;
      double sound = 30_000;
      for (int i = 0; i < 3; i++) {
        boolean fails = (said >> i & 1) == 1;
        ballots.add(vote(names.get(i), !fails));
        broken *= fails ? 0.9 : 0.1;
        sound *= fails ? 0.05 : 0.95;
      }
      patterns.add(new VotePattern(GRAMMAR, SLIP, ballots, Math.round(broken)));
      patterns.add(new VotePattern(GRAMMAR, null, ballots, Math.round(sound)));
    }
    for (AuditorAccuracy row : rows(patterns.toArray(VotePattern[]::new))) {
      if (row.defect().equals("all")) {
        assertEquals(0.9, row.latentSensitivity(), 0.005);
        assertEquals(0.95, row.latentSpecificity(), 0.005);
      }
    }
  }

  @Test
  void votesThatDoNotAddUpToTheItemsStopTheJob() {
    Votes votes =
        votes(pattern(SLIP, 4, vote("anna", false)), pattern(null, 5, vote("anna", true)));
    Map<String, List<String>> criteria = Map.of("anna", List.of(GRAMMAR));
    votes.requireAll(Map.of(Items.ALL, 9L, Items.UNTOUCHED, 5L), criteria);
    JobException lost =
        assertThrows(
            JobException.class,
            () -> votes.requireAll(Map.of(Items.ALL, 10L, Items.UNTOUCHED, 5L), criteria));
    assertEquals(ExitCode.INTERNAL, lost.exitCode());
    assertTrue(lost.getMessage().contains("anna: 9 of 10 items"), lost.getMessage());
    assertThrows(
        JobException.class,
        () -> votes.requireAll(Map.of(Items.ALL, 9L, Items.UNTOUCHED, 6L), criteria));
  }

  @Test
  void optionsThatCannotBeMeantAreRefusedWithARemedy() {
    JobException twice =
        assertThrows(
            JobException.class,
            () -> new CalibrateOptions(List.of("anna", "anna"), 10, 1, null, null));
    assertEquals("auditors_not_distinct", twice.code());
    JobException small =
        assertThrows(
            JobException.class, () -> new CalibrateOptions(List.of("anna"), 1, 1, null, null));
    assertEquals("Cannot calibrate with 1 questions", small.getMessage());
  }

  private static List<AuditorAccuracy> rows(VotePattern... patterns) {
    Votes votes = votes(patterns);
    Map<String, List<String>> criteria =
        votes.endings().keySet().stream()
            .collect(Collectors.toMap(name -> name, name -> List.of(GRAMMAR)));
    return new Accuracy("cal", votes, Instant.EPOCH).rows(criteria);
  }

  private static Votes votes(VotePattern... patterns) {
    long items = List.of(patterns).stream().mapToLong(VotePattern::items).sum();
    Map<String, Ending> endings =
        List.of(patterns).stream()
            .flatMap(pattern -> pattern.ballots().stream())
            .map(Ballot::auditor)
            .distinct()
            .collect(Collectors.toMap(name -> name, name -> new Ending(name, "m", items, 0)));
    return new Votes(List.of(patterns), endings);
  }

  private static VotePattern pattern(String defect, long items, Ballot... ballots) {
    return new VotePattern(GRAMMAR, defect, List.of(ballots), items);
  }

  private static Ballot vote(String auditor, Boolean holds) {
    return new Ballot(auditor, holds);
  }

  private static String rounded(Interval interval) {
    return String.format(java.util.Locale.ROOT, "%.3f to %.3f", interval.low(), interval.high());
  }
}
