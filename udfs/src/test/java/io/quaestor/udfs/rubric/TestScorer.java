package io.quaestor.udfs.rubric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TestScorer {
  private static final double NAN = Double.NaN;

  @Test
  void figuresAreInRangeAndTheTotalIsTheirSum() {
    SplittableRandom random = new SplittableRandom(31);
    for (Rubric rubric : Rubric.values()) {
      for (int i = 0; i < 5_000; i++) {
        Score score = rubric.scorer().score(judgement(rubric, random));
        assertTrue(score.binaryScore() >= 0 && score.binaryScore() <= 6);
        assertTrue(score.avgLikert() >= 1 && score.avgLikert() <= 5);
        assertTrue(score.likertScore() >= 0.8 && score.likertScore() <= 4);
        assertTrue(score.totalScore() >= 0.8 && score.totalScore() <= 10);
        assertEquals(score.binaryScore() + score.likertScore(), score.totalScore(), 1e-12);
      }
    }
  }

  @Test
  void aBetterScoreNeverWorsensTheVerdict() {
    SplittableRandom random = new SplittableRandom(32);
    for (int i = 0; i < 20_000; i++) {
      Rubric rubric = i % 2 == 0 ? Rubric.V3 : Rubric.V4;
      Scorer scorer = i % 4 < 2 ? rubric.scorer() : rubric.scorer(thresholds(random));
      double[] scores = judgement(rubric, random);
      double[] better = scores.clone();
      int raised = random.nextInt(scores.length);
      better[raised] = Math.min(scores[raised] + 1, rubric.dimensions().get(raised).scale().max());
      assertTrue(
          scorer.score(better).verdict().compareTo(scorer.score(scores).verdict()) <= 0,
          () -> Arrays.toString(scores) + " to " + Arrays.toString(better));
    }
  }

  @Test
  void everyV3VerdictFollowsFromTheTotalInFifteenths() {
    for (int code = 0; code < 1_000; code++) {
      double[] scores = {
        code & 1, code >> 1 & 1, code >> 2 & 1, 1 + code / 8 % 5, 1 + code / 40 % 5, 1 + code / 200
      };
      double yes = scores[0] + scores[1] + scores[2];
      double fifteenths = 30 * yes + 4 * (scores[3] + scores[4] + scores[5]);
      Verdict expected =
          fifteenths >= 105 ? Verdict.KEEP : fifteenths >= 60 ? Verdict.REPAIR : Verdict.REJECT;
      assertEquals(expected, Rubric.V3.scorer().score(scores).verdict());
    }
  }

  @Test
  void anotherThresholdIsMetExactlyOnItsBoundary() {
    double[] eightAndTwoFifths = {1, 1, 1, 3, 3, 3};
    assertEquals(Verdict.KEEP, keepingFrom("8.4").score(eightAndTwoFifths).verdict());
    assertEquals(
        Verdict.REPAIR, keepingFrom("8.40000000000000000001").score(eightAndTwoFifths).verdict());
    assertEquals(Verdict.REPAIR, keepingFrom("1E+99").score(eightAndTwoFifths).verdict());
    assertEquals(Verdict.KEEP, keepingFrom("-3").score(0, 0, 0, 1, 1, 1).verdict());
  }

  @Test
  void v4BarsCanBeMoved() {
    double[] trivial = {1, 1, 1, 1, 2, 4, 4, 4};
    assertEquals(Verdict.REPAIR, Rubric.V4.scorer().score(trivial).verdict());
    Bar keep = new Bar(4, 2, new BigDecimal("3.5"), null);
    Thresholds lower = new Thresholds(keep, Thresholds.V4.repair());
    assertEquals(Verdict.KEEP, Rubric.V4.scorer(lower).score(trivial).verdict());
    Bar total = new Bar(4, 2, new BigDecimal("3.5"), new BigDecimal("8.81"));
    Thresholds higher = new Thresholds(total, new Bar(5, 0, null, null));
    assertEquals(Verdict.REJECT, Rubric.V4.scorer(higher).score(trivial).verdict());
  }

  @Test
  void scoresOutOfRangeAreNeitherClampedNorJudged() {
    SplittableRandom random = new SplittableRandom(33);
    double[] bad = {
      NAN, -1, 0.5, 6, 2.5, 1e300, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.1, 5.0001
    };
    for (Rubric rubric : Rubric.values()) {
      for (int i = 0; i < 2_000; i++) {
        double[] scores = judgement(rubric, random);
        int at = random.nextInt(scores.length);
        double wrong = bad[random.nextInt(bad.length)];
        scores[at] = wrong;
        Score score = rubric.scorer().score(scores);
        assertFalse(score.isValid());
        assertNull(score.totalScore());
        assertNull(score.verdict());
        String ending = Double.isNaN(wrong) ? "_missing" : "_out_of_range";
        assertEquals(List.of(rubric.dimensions().get(at).wire() + ending), score.invalid());
      }
    }
  }

  @Test
  void absentScoresAreMissing() {
    assertEquals(6, Rubric.V3.scorer().score((double[]) null).invalid().size());
    assertEquals(6, Rubric.V3.scorer().score((Map<String, Number>) null).invalid().size());
    assertEquals(
        List.of("difficulty_appropriate_missing"),
        Rubric.V3.scorer().score(1, 1, 1, 3, 3).invalid());
    assertEquals(
        List.of("too_many_scores"), Rubric.V3.scorer().score(1, 1, 1, 3, 3, 3, 3).invalid());
    Map<String, Number> withNull = new HashMap<>(Rubric.V3.unjudgedScores());
    withNull.put("clarity", null);
    withNull.put("charm", 9);
    assertEquals(List.of("clarity_missing"), Rubric.V3.scorer().score(withNull).invalid());
  }

  @Test
  void namesAndPlacesGiveTheSame() {
    SplittableRandom random = new SplittableRandom(34);
    for (Rubric rubric : Rubric.values()) {
      for (int i = 0; i < 500; i++) {
        double[] scores = judgement(rubric, random);
        Map<String, Number> named = new HashMap<>();
        for (int d = 0; d < scores.length; d++) {
          named.put(rubric.dimensions().get(d).wire(), (int) scores[d]);
        }
        assertEquals(rubric.scorer().score(scores), rubric.scorer().score(named));
      }
    }
  }

  @Test
  void withoutAJudgeBinariesAreOneAndLikertsThree() {
    assertEquals(
        "{answerable_from_context=1, has_single_clear_correct=1, format_justified=1,"
            + " distractors_plausible=3, clarity=3, difficulty_appropriate=3}",
        Rubric.V3.unjudgedScores().toString());
    assertEquals(8.4, Rubric.V4.scorer().score(Rubric.V4.unjudgedScores()).totalScore());
  }

  @Test
  void aHardRejectionKeepsTheFigures() {
    Score kept = Rubric.V4.scorer().score(1, 1, 1, 1, 5, 5, 5, 5);
    Score rejected = kept.rejectedFor(List.of("no_evidence_spans"));
    assertEquals(Verdict.REJECT, rejected.verdict());
    assertEquals(10, rejected.totalScore());
    assertEquals(List.of("no_evidence_spans"), rejected.hardRejections());
    assertEquals(kept, kept.rejectedFor(List.of()));
    assertEquals(kept, kept.rejectedFor(null));
  }

  private static Scorer keepingFrom(String total) {
    return Rubric.V3.scorer(
        new Thresholds(Bar.ofTotal(new BigDecimal(total)), Thresholds.V3.repair()));
  }

  private static Thresholds thresholds(SplittableRandom random) {
    return new Thresholds(bar(random), bar(random));
  }

  private static Bar bar(SplittableRandom random) {
    return new Bar(
        random.nextInt(5),
        random.nextInt(6),
        BigDecimal.valueOf(random.nextInt(50), 1),
        BigDecimal.valueOf(random.nextInt(1_000), 2));
  }

  private static double[] judgement(Rubric rubric, SplittableRandom random) {
    return rubric.dimensions().stream()
        .map(Dimension::scale)
        .mapToDouble(scale -> random.nextInt(scale.min(), scale.max() + 1))
        .toArray();
  }
}
