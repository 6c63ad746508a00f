package io.quaestor.audit.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.udfs.planting.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TestShares {
  private static final String CHOICE =
      "swapped_key,broken_grammar,false_quote,two_keys,wrong_blank,wrong_register";
  private static final String TYPED = "swapped_key,broken_grammar,false_quote,wrong_register";

  @Test
  void everyKindGetsItsShareEvenWhereFewQuestionsAllowIt() {
    List<Share> shares =
        Shares.of(List.of(new Stratum(CHOICE, 400), new Stratum(TYPED, 5_000)), 600);
    Map<String, Long> sums = sums(shares);
    for (Kind kind : Kind.values()) {
      assertEquals(50, sums.get(kind.wire()), sums::toString);
    }
    assertEquals(300, sums.get("untouched"));
  }

  @Test
  void theSharesOfAStratumFollowEachOtherAndKeepWithinIt() {
    for (long size : new long[] {2, 3, 7, 50, 333, 5_000}) {
      List<Stratum> strata =
          List.of(new Stratum("", 40), new Stratum(CHOICE, 61), new Stratum("false_quote", 9));
      List<Share> shares = Shares.of(strata, size);
      for (Stratum stratum : strata) {
        long at = 0;
        for (Share share :
            shares.stream().filter(s -> s.kinds().equals(stratum.kinds())).toList()) {
          assertEquals(at, share.after());
          at = share.until();
        }
        assertTrue(at <= stratum.population(), shares::toString);
      }
      long items = shares.stream().mapToLong(s -> s.until() - s.after()).sum();
      assertEquals(Math.min(size, 110), items);
    }
  }

  @Test
  void halfOfEveryStratumStaysUntouchedWhenAllIsUsed() {
    List<Share> shares =
        Shares.of(List.of(new Stratum(CHOICE, 100), new Stratum(TYPED, 100)), 1_000);
    assertEquals(
        100,
        shares.stream()
            .filter(s -> s.defect() == null)
            .mapToLong(s -> s.until() - s.after())
            .sum());
    assertEquals(100, sums(shares).get("untouched"));
  }

  @Test
  void nothingIsPlantedWhereNothingCanBe() {
    assertEquals(List.of(), Shares.of(List.of(), 10));
    assertEquals(List.of(new Share("", null, 0, 3)), Shares.of(List.of(new Stratum("", 3)), 10));
  }

  private static Map<String, Long> sums(List<Share> shares) {
    Map<String, Long> sums = new TreeMap<>();
    shares.forEach(
        s ->
            sums.merge(
                s.defect() == null ? "untouched" : s.defect(), s.until() - s.after(), Long::sum));
    return sums;
  }
}
