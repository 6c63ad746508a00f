package io.quaestor.agree;

import static io.quaestor.agree.Audits.unscored;
import static io.quaestor.agree.Audits.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.TestSession;
import io.quaestor.tables.Audit;
import io.quaestor.tables.AuditorPanel;
import io.quaestor.tables.CriterionFailRate;
import io.quaestor.tables.FamilyFailRate;
import io.quaestor.tables.UnscoredRate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tables of more than pairs, from audits of three auditors with verdicts missing. */
class TestPanels {
  private static final Jury THREE =
      new Jury(
          List.of("m", "s", "h"),
          new Slots(List.of("answer", "french"), List.of()),
          List.of(15L, 3L, 3L));

  /** Codes of one criterion: the scored bit is the one above both criteria. */
  private static final long PASS = 16 + 3;

  private static final long FAIL = 16 + 2;
  private static final long UNSCORED = 1;
  private static final long NONE = Slots.NOT_JUDGED;

  @Test
  void threeAuditorsWithMissingVerdictsMakeAPanel() {
    AuditorPanel panel =
        panels(
                vote(60, PASS, PASS, PASS),
                vote(20, FAIL, FAIL, FAIL),
                vote(5, FAIL, PASS, PASS),
                vote(3, PASS, FAIL, PASS),
                vote(2, PASS, PASS, FAIL),
                vote(6, PASS, PASS, NONE),
                vote(4, FAIL, UNSCORED, NONE))
            .get(0);
    assertEquals("answer", panel.criterion());
    assertEquals(List.of("m", "s", "h"), panel.auditors());
    assertEquals(List.of(100L, 96L, 90L), units(panel));
    double observed = 20.0 / 282;
    double expected = 2.0 * 70 * 212 / (282.0 * 281);
    assertEquals(1 - observed / expected, panel.krippendorffAlpha(), 1e-12);
    assertTrue(panel.fleissKappaInterval().low() < panel.fleissKappa());
    assertTrue(panel.effectiveAuditors() > 1 && panel.effectiveAuditors() < 1.5);
    assertEquals(3, panel.errorRates().size());
    for (AuditorPanel.ErrorRates rates : panel.errorRates()) {
      assertTrue(rates.sensitivity() > 0.85 && rates.specificity() > 0.85, rates.toString());
    }
    assertEquals(Map.of(), panel.undefined());
  }

  @Test
  void whatAPanelCannotTellIsNullWithAReason() {
    AuditorPanel alone = panels(vote(3, PASS, NONE, NONE), vote(2, FAIL, NONE, NONE)).get(0);
    assertEquals(List.of(5L, 0L, 0L), units(alone));
    assertNull(alone.krippendorffAlpha());
    assertNull(alone.fleissKappa());
    assertEquals("no_pairs", alone.undefined().get("krippendorff_alpha"));
    assertEquals("no_pairs", alone.undefined().get("effective_auditors"));
    AuditorPanel same = panels(vote(9, PASS, PASS, PASS)).get(0);
    assertEquals("no_variation", same.undefined().get("krippendorff_alpha"));
    assertEquals("no_variation", same.undefined().get("fleiss_kappa"));
  }

  @Test
  void aRateWhoseIntervalSpansTheThresholdIsUndecided() {
    FailRates rates = new FailRates("c", THREE, 0.07, Compared.NOON);
    List<CriterionFailRate> rows =
        list(
            rates.call(
                "all",
                List.of(
                        vote(970, PASS, PASS, NONE),
                        vote(20, FAIL, PASS, NONE),
                        vote(300, NONE, FAIL, FAIL))
                    .iterator()));
    assertEquals(
        List.of(
            "m answer gate 990 20 gate",
            "m french gate 0 0 undecided",
            "s answer gate 1290 300 soft",
            "h answer gate 300 300 soft"),
        rows.stream()
            .map(
                r ->
                    "%s %s %s %d %d %s"
                        .formatted(
                            r.auditor(),
                            r.criterion(),
                            r.role(),
                            r.n(),
                            r.fails(),
                            r.recommendation()))
            .toList());
    assertEquals("no_trials", rows.get(1).undefined());
    assertEquals(
        "undecided",
        FailRates.recommendation(io.quaestor.udfs.agreement.Wilson.interval(7, 100), 0.07));
  }

  @Test
  void familiesAreTheProvidersOfModels() {
    Families families =
        new Families(
            Map.of(
                "cheap", "anthropic", "claude-haiku-4-5", "anthropic", "mistral-large", "mistral"));
    assertEquals("anthropic", families.of("claude-haiku-4-5-20251001"));
    assertEquals("mistral", families.of("mistral-large-2512"));
    assertEquals("llama", families.of("llama"));
    assertEquals("none", families.of((String) null));
    assertEquals("anthropic+mistral", families.of(List.of("cheap", "mistral-large", "cheap")));
    FamilyRates rates =
        new FamilyRates("c", THREE, List.of("mistral", "anthropic", "none"), Compared.NOON);
    List<FamilyFailRate> rows =
        list(
            rates.call(
                "anthropic",
                List.of(vote(8, PASS, PASS, NONE), vote(2, FAIL, UNSCORED, NONE)).iterator()));
    assertEquals(
        List.of("m mistral anthropic false 10 2", "s anthropic anthropic true 8 0"),
        rows.stream()
            .map(
                r ->
                    "%s %s %s %s %d %d"
                        .formatted(
                            r.auditor(),
                            r.auditorFamily(),
                            r.generatorFamily(),
                            r.sameFamily(),
                            r.n(),
                            r.fails()))
            .toList());
  }

  @Test
  void verdictsThatAreMissingMoreOftenInOneTypeAreNotMissingAtRandom() {
    List<Audit> audits = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      audits.add(missing(i < 25, "q" + i));
      audits.add(missing(i < 5, "long" + i));
    }
    Compared compared = Compared.of(TestSession.small(), "m", audits.toArray(Audit[]::new));
    List<UnscoredRate> rows =
        new Unscored("c", Compared.NOON)
            .of(
                TestSession.small()
                    .createDataset(compared.votes(), io.quaestor.lake.RecordEncoder.of(Vote.class)),
                compared.jury())
            .collectAsList();
    UnscoredRate typed = find(rows, "type=mcq_single");
    assertEquals(60, typed.asked());
    assertEquals(25, typed.unscored());
    assertEquals(17.778, typed.missingChiSquare(), 0.001);
    assertEquals(1, typed.missingDegrees());
    assertEquals(2.48e-5, typed.missingP(), 1e-6);
    assertEquals("one_segment", find(rows, "all").missingUndefined());
    assertNotNull(find(rows, "type=short_answer").shareInterval());
  }

  private static Audit missing(boolean unscored, String question) {
    return unscored ? unscored(0, "m", question, "refused") : verdict("m", question, "answer", "");
  }

  private static UnscoredRate find(List<UnscoredRate> rows, String segment) {
    return rows.stream().filter(row -> row.segment().equals(segment)).findFirst().orElseThrow();
  }

  private static List<AuditorPanel> panels(Vote... votes) {
    return list(new Panels("c", THREE, Compared.NOON).call("all", List.of(votes).iterator()));
  }

  private static List<Long> units(AuditorPanel panel) {
    return List.of(panel.units(), panel.pairableUnits(), panel.completeUnits());
  }

  private static Vote vote(long questions, Long... codes) {
    return new Vote("all", "all", List.of(codes), questions);
  }

  private static <T> List<T> list(Iterator<T> rows) {
    List<T> list = new ArrayList<>();
    rows.forEachRemaining(list::add);
    return list;
  }
}
