package io.quaestor.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quaestor.conf.SimConf;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestDefects {
  private static final SimConf PERFECT = new SimConf(7, 0, Map.of(), Map.of());

  private static Set<String> typesOf(Defect defect) {
    return switch (defect) {
      case INVALID_VARIATION -> Set.of("fill_in_blank", "short_answer");
      case TWO_BLANKS -> Set.of("fill_in_blank");
      case DUPLICATE_OPTION, KEY_MISSING -> Set.of("mcq_single", "mcq_multi");
      default -> Set.copyOf(Prompts.TYPES);
    };
  }

  @ParameterizedTest
  @EnumSource(Defect.class)
  void whatIsPlantedIsWhatIsSeenAndNothingElse(Defect defect) {
    List<Drafted> drafts = Drafted.make(Map.of(defect.key(), 1.0), 2);
    assertTrue(drafts.size() >= 340, "only " + drafts.size());
    for (Drafted draft : drafts) {
      boolean fits = typesOf(defect).contains(draft.type());
      assertEquals(
          fits ? Set.of(defect) : Set.of(), draft.defects(), draft.question().toPrettyString());
    }
  }

  @Test
  void withoutPlantingEverythingIsSound() {
    for (Drafted draft : Drafted.make(Map.of(), 3)) {
      assertEquals(Set.of(), draft.defects(), draft.question().toPrettyString());
    }
  }

  @Test
  void aPerfectJudgeFailsExactlyTheCriterionThatADefectBreaks() {
    for (Defect defect : Defect.values()) {
      for (Drafted draft : Drafted.make(Map.of(defect.key(), 1.0), 1)) {
        boolean planted = typesOf(defect).contains(draft.type());
        JsonNode audit = draft.auditedBy(PERFECT, "judge");
        for (String criterion : Prompts.CRITERIA) {
          boolean expected = !(planted && defect.breaks(criterion));
          assertEquals(expected, audit.get(criterion).asBoolean(), defect + " " + criterion);
        }
        assertEquals(planted ? 1 : 0, audit.get("notes").asText().isEmpty() ? 0 : 1);
      }
    }
  }

  @Test
  void defectsComeAtTheConfiguredRates() {
    Map<String, Double> rates =
        Map.of(
            "wrong_key",
            0.06,
            "grammar",
            0.04,
            "hallucination",
            0.05,
            "incoherent",
            0.03,
            "unnatural",
            0.04,
            "register",
            0.03,
            "difficulty",
            0.25,
            "invalid_variation",
            0.15,
            "duplicate_option",
            0.02,
            "fake_quote",
            0.02);
    List<Drafted> drafts = Drafted.make(rates, 12);
    assertTrue(drafts.size() >= 2000, "only " + drafts.size());
    Map<Defect, Integer> seen = new EnumMap<>(Defect.class);
    drafts.forEach(d -> d.defects().forEach(defect -> seen.merge(defect, 1, Integer::sum)));
    Map<String, Long> perType =
        drafts.stream().collect(Collectors.groupingBy(Drafted::type, Collectors.counting()));
    for (Defect defect : Defect.values()) {
      long could = typesOf(defect).stream().mapToLong(perType::get).sum();
      double rate = rates.getOrDefault(defect.key(), 0.0);
      double error = Math.sqrt(rate * (1 - rate) / could);
      double share = seen.getOrDefault(defect, 0) / (double) could;
      assertEquals(rate, share, 4 * error + 1e-9, defect.key());
    }
  }
}
