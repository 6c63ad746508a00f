package io.quaestor.udfs.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.udfs.RandomText;
import io.quaestor.udfs.audit.OptionAudit.Verdict;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestOptionAudit {
  private static final List<String> OPTIONS = List.of("Paris", "Lyon", "Nice");
  private static final Set<String> CODES =
      Set.of(OptionAudit.INCOMPLETE, OptionAudit.SEVERAL, OptionAudit.NONE, OptionAudit.MISMATCH);

  @Test
  void anAuditThatSupportsTheKeyAloneHasNoProblem() {
    assertEquals(List.of(), problems(audit(true, false, false)));
  }

  @Test
  void orderAndSpellingOfTheOptionsDoNotMatter() {
    List<Verdict> audit =
        List.of(
            new Verdict("nice", false),
            new Verdict("« PARIS. »", true),
            new Verdict("lyon", false));
    assertEquals(List.of(), problems(audit));
  }

  @Test
  void oneOptionHasToBeSupportedAndNoMore() {
    assertEquals(List.of("several_options_supported"), problems(audit(true, true, false)));
    assertEquals(List.of("no_option_supported"), problems(audit(false, false, false)));
  }

  @Test
  void theSupportedOptionHasToBeTheKey() {
    assertEquals(List.of("audit_key_mismatch"), problems(audit(false, true, false)));
    assertEquals(
        List.of("audit_key_mismatch"),
        OptionAudit.problems(OPTIONS, null, audit(true, false, false)));
  }

  @Test
  void everyOptionIsCoveredExactlyOnce() {
    List<String> incomplete = List.of("audit_incomplete");
    assertEquals(incomplete, problems(audit(true, false)));
    assertEquals(incomplete, problems(audit(true, false, null)));
    assertEquals(incomplete, problems(List.of()));
    assertEquals(incomplete, problems(null));
    assertEquals(incomplete, problems(Collections.singletonList(null)));
    assertEquals(incomplete, OptionAudit.problems(null, "Paris", audit(true, false, false)));
    assertEquals(
        incomplete,
        problems(
            List.of(
                new Verdict("Paris", true),
                new Verdict("Paris", false),
                new Verdict("Lyon", false))));
    assertEquals(
        incomplete,
        problems(
            List.of(
                new Verdict("Paris", true),
                new Verdict("Lyon", false),
                new Verdict("Metz", false))));
  }

  @Test
  void noTextBreaksIt() {
    SplittableRandom random = new SplittableRandom(11);
    RandomText text = new RandomText(random);
    for (int i = 0; i < 500; i++) {
      List<String> options = Arrays.asList(text.next(20), null, "");
      List<Verdict> audit =
          options.stream().map(option -> new Verdict(option, random.nextBoolean())).toList();
      List<String> codes = OptionAudit.problems(options, text.next(20), audit);
      assertTrue(CODES.containsAll(codes) && codes.size() <= 1, codes.toString());
    }
  }

  @Test
  void confidenceIsANumberFromZeroToOneThatIsHighEnough() {
    assertEquals(null, Confidence.problem(0.7, 0.7));
    assertEquals(null, Confidence.problem(1.0, 0.7));
    assertEquals("low_confidence", Confidence.problem(Math.nextDown(0.7), 0.7));
    assertEquals("low_confidence", Confidence.problem(0.0, 0.7));
    for (Double invalid :
        Arrays.asList(null, Double.NaN, -0.1, 1.1, Double.POSITIVE_INFINITY, 70.0)) {
      assertEquals("confidence_invalid", Confidence.problem(invalid, 0.7), "" + invalid);
    }
  }

  private static List<String> problems(List<Verdict> audit) {
    return OptionAudit.problems(OPTIONS, "paris", audit);
  }

  private static List<Verdict> audit(Boolean... supported) {
    return IntStream.range(0, supported.length)
        .mapToObj(i -> new Verdict(OPTIONS.get(i), supported[i]))
        .toList();
  }
}
