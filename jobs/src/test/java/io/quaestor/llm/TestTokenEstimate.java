package io.quaestor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.conf.ModelConf;
import org.junit.jupiter.api.Test;

class TestTokenEstimate {
  private static final ModelConf MODEL = Fixtures.model("mistral", Fixtures.ALL);

  @Test
  void factorOfTheModelIsAppliedAndRoundedUp() {
    assertEquals(1, TokenEstimate.base("hello"));
    assertEquals(2, TokenEstimate.of("hello", MODEL));
    assertEquals(0, TokenEstimate.of("", MODEL));
  }

  @Test
  void markersOfOtherModelsAreText() {
    assertTrue(TokenEstimate.base("<|endoftext|>") > 1);
  }

  @Test
  void askCountsAllItsParts() {
    Ask ask = Fixtures.ask("mistral", "Why?");
    long parts = TokenEstimate.base("Be brief.") + TokenEstimate.base("Passage.");
    parts += TokenEstimate.base("Why?") + TokenEstimate.base("{}") + 12;
    assertEquals((long) Math.ceil(parts * 1.5), TokenEstimate.of(ask, "{}", MODEL));
  }
}
