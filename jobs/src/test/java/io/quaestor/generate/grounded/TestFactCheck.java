package io.quaestor.generate.grounded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quaestor.tables.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestFactCheck {
  @Test
  void aQuoteIsKeptAsTheChunkHasItWithTheSentencesItStandsIn() {
    Fact fact =
        Claims.facts(1, 12, Claims.claim("Le chat mange.", "IL mange \" du \" poisson", "Il boit."))
            .get(0);
    assertEquals("asked", fact.status());
    assertEquals(List.of("Il mange « du » poisson"), fact.quotes());
    assertEquals(List.of("Il boit."), fact.unverified());
    assertEquals(List.of("s2"), fact.evidenceSpanIds());
    assertEquals("Le chat", fact.topic());
  }

  @Test
  void aClaimWithoutAQuoteInTheChunkIsDroppedAndTakesNoQuestion() {
    List<Fact> facts =
        Claims.facts(
            1,
            12,
            Claims.claim("Le chat boit.", "Le chat boit."),
            Claims.claim("Le chat lit."),
            Claims.claim(" ", "Le chat dort."),
            Claims.claim("Le chat dort.", "Le chat dort."),
            Claims.claim("Le chat mange.", "Il mange"));
    assertEquals(
        List.of("dropped", "dropped", "dropped", "asked", "spare"),
        facts.stream().map(Fact::status).toList());
  }

  @Test
  void theSameClaimCountsOnceAndNoMoreAreTakenThanAllowed() {
    List<Fact> facts =
        Claims.facts(
            8,
            2,
            Claims.claim("Le chat dort.", "Le chat dort."),
            Claims.claim("le chat dort", "Le chat dort."),
            Claims.claim("Le chat mange.", "Il mange"),
            Claims.claim("Le chat rêve.", "Le chat dort."));
    assertEquals(
        List.of("Le chat dort.", "Le chat mange."), facts.stream().map(Fact::claim).toList());
    assertEquals(List.of(0, 1), facts.stream().map(Fact::ordinal).toList());
  }
}
