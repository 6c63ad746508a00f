package io.quaestor.udfs.candidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.udfs.RandomText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TestCandidates {
  private static final SelfReview GOOD = new SelfReview(0.9, 0.9, 0.9);

  @Test
  void nothingToFaultCountsAsSound() {
    CandidateScore empty = Candidates.score(null, true, null);
    assertEquals(1, empty.total());
    assertNull(empty.selfReview());
    assertEquals(empty, Candidates.score(List.of(), true, null));
  }

  @Test
  void aFailedReviewIsLeftOut() {
    List<CandidateItem> items = List.of(numeric("7 + 5 = [blank]", "13"));
    CandidateScore without = Candidates.score(items, true, null);
    assertEquals((0.7 + 0.15 * 0.75) / 0.85, without.total(), 1e-15);
    for (SelfReview failed :
        List.of(
            new SelfReview(null, 1.0, 1.0),
            new SelfReview(1.0, 1.01, 1.0),
            new SelfReview(1.0, 1.0, Double.NaN),
            new SelfReview(-0.1, 1.0, 1.0))) {
      assertEquals(without, Candidates.score(items, true, failed));
    }
  }

  @Test
  void anItemThatIsNotThereLacksEverything() {
    CandidateScore score = Candidates.score(Arrays.asList((CandidateItem) null), true, GOOD);
    assertEquals(0, score.placeholder());
    assertEquals(0, score.mode());
    assertEquals(0.75, score.consistency());
  }

  @Test
  void aModesRuleIsKeptOrNot() {
    assertTrue(options("Un [blank] bleu", 2, "a", "b", "c").keepsModeRule());
    assertTrue(options("Un [blank] bleu", 3, "a", "b", "c", "d").keepsModeRule());
    for (CandidateItem broken :
        List.of(
            options("Un [blank] bleu", 1, "a", "b"),
            options("Un [blank] bleu", 1, "a", "b", "c", "d", "e"),
            options("Un [blank] bleu", 3, "a", "b", "c"),
            options("Un [blank] bleu", -1, "a", "b", "c"),
            options("Un [blank] bleu", null, "a", "b", "c"),
            options("Un [blank] bleu", 0, "a", " ", "c"),
            numeric("3 x 4 = [blank]", " "),
            numeric("3 x 4 = [blank]", null),
            new CandidateItem("3 x 4 = [blank]", "numeric", List.of("12"), null, "12"),
            new CandidateItem("3 x 4 = [blank]", "Numeric", null, null, "12"))) {
      assertTrue(!broken.keepsModeRule(), broken::toString);
    }
  }

  @Test
  void lengthsMayVaryByLessThanFourFifthsOfTheirMean() {
    assertEquals(1, consistency(17, 2));
    assertEquals(0.75, consistency(18, 2));
    assertEquals(0.75, consistency(0, 0), "uniform, but empty");
  }

  @Test
  void optionsThatReadTheSameAreDuplicates() {
    CandidateItem same = options("Un [blank] bleu", 0, "Été", "« été »", "hiver");
    assertEquals(0.75, Candidates.score(List.of(same), true, GOOD).consistency());
  }

  @Test
  void equalTotalsGoToTheFirst() {
    assertEquals(OptionalInt.of(1), Candidates.best(totals(0.3, 0.9, 0.5, 0.9)));
    assertEquals(OptionalInt.of(0), Candidates.best(totals(0, 0)));
    assertEquals(
        OptionalInt.of(2), Candidates.best(Arrays.asList(null, total(0.1), total(0.2), null)));
    assertEquals(OptionalInt.empty(), Candidates.best(Arrays.asList(null, null)));
    assertEquals(OptionalInt.empty(), Candidates.best(List.of()));
    assertEquals(OptionalInt.empty(), Candidates.best(null));
  }

  @Test
  void scoresThatAreEqualByDifferentPartsAreEqual() {
    List<CandidateItem> noMode =
        List.of(new CandidateItem("Un [blank] bleu", null, null, null, ""));
    List<CandidateItem> noBlank = List.of(numeric("Un bleu", "1"));
    assertEquals(
        Candidates.score(noMode, true, new SelfReview(0.1, 0.2, 0.3)).total(),
        Candidates.score(noBlank, true, new SelfReview(0.3, 0.2, 0.1)).total());
  }

  @Test
  void totalsStayInRangeWhateverTheItemsHold() {
    SplittableRandom random = new SplittableRandom(41);
    RandomText texts = new RandomText(random);
    for (int i = 0; i < 3_000; i++) {
      List<CandidateItem> items = new ArrayList<>();
      for (int n = random.nextInt(4); n > 0; n--) {
        items.add(random.nextInt(9) == 0 ? null : item(random, texts));
      }
      SelfReview review =
          random.nextBoolean() ? null : new SelfReview(random.nextDouble(-1, 2), 1.0, 0.0);
      CandidateScore score = Candidates.score(items, random.nextBoolean(), review);
      for (double part :
          new double[] {
            score.schema(), score.placeholder(), score.mode(), score.consistency(), score.total()
          }) {
        assertTrue(part >= 0 && part <= 1, score::toString);
      }
    }
  }

  @Test
  void aMillionCharactersAreScored() {
    String huge = "\uD83D\uDE00é [blank".repeat(1 << 17);
    CandidateItem item = options(huge, 0, huge, huge + "]", "c");
    assertEquals(0, Candidates.score(List.of(item, numeric(huge, huge)), true, GOOD).placeholder());
  }

  private static CandidateItem item(SplittableRandom random, RandomText texts) {
    return new CandidateItem(
        texts.nextOrKnown(List.of("7 + 5 = [blank]", "Un [blank] bleu"), 40),
        texts.nextOrKnown(List.of("numeric", "options"), 8),
        Arrays.asList(texts.next(5), null, texts.nextOrKnown(List.of("a"), 3)),
        random.nextInt(-2, 5),
        texts.nextOrKnown(List.of("12"), 5));
  }

  private static double consistency(int length, int other) {
    List<CandidateItem> items =
        List.of(numeric("a".repeat(length), "1"), numeric("a".repeat(other), "1"));
    return Candidates.score(items, true, null).consistency();
  }

  private static List<CandidateScore> totals(double... totals) {
    return Arrays.stream(totals).mapToObj(TestCandidates::total).toList();
  }

  private static CandidateScore total(double total) {
    return new CandidateScore(1, 1, 1, 1, null, total);
  }

  private static CandidateItem numeric(String text, String answer) {
    return new CandidateItem(text, "numeric", null, null, answer);
  }

  private static CandidateItem options(String text, Integer key, String... options) {
    return new CandidateItem(text, "options", List.of(options), key, null);
  }
}
