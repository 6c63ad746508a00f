package io.quaestor.udfs.grounding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.udfs.RandomText;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TestGrounding {
  private static final Set<String> SPANS = Set.of("s1", "s2");
  private static final String TEXT = "Le chat dort. L’été, il mange.";

  @Test
  void aCitationNeedsItsSpanAndItsQuote() {
    assertEquals(1, of(new Citation("s1", "le chat dort")));
    assertEquals(1, of(new Citation("s2", null), new Citation(null, "« l'été »")));
    assertEquals(0, of(new Citation("s1", "le chien dort")));
    assertEquals(0, of(new Citation("s3", "le chat dort")));
    assertEquals(0.5, of(new Citation("s1", " "), new Citation("S1", null)));
  }

  @Test
  void noCitationIsNoGrounding() {
    assertEquals(0, of());
    assertEquals(0, Grounding.score(SPANS, TEXT, null));
    assertEquals(0, of(new Citation(null, null), new Citation("", "")));
    assertEquals(0, Grounding.score(null, (String) null, List.of(new Citation("s1", "a"))));
  }

  @Test
  void theSameCitationTwiceCountsOnce() {
    Citation found = new Citation("s1", null);
    assertEquals(0.5, of(found, found, null, new Citation("s9", null)));
  }

  @Test
  void noTextMakesItThrow() {
    RandomText texts = new RandomText(new SplittableRandom(37));
    String huge = "ﬁn de l’été ".repeat(90_000);
    assertEquals(1, Grounding.score(SPANS, huge, List.of(new Citation("s1", "FIN DE L'ÉTÉ"))));
    for (int i = 0; i < 2_000; i++) {
      double score =
          Grounding.score(
              Arrays.asList(texts.next(3), null),
              texts.next(60),
              List.of(new Citation(texts.next(3), texts.next(5)), new Citation("s1", null)));
      assertTrue(score >= 0 && score <= 0.5);
    }
  }

  private static double of(Citation... citations) {
    return Grounding.score(SPANS, TEXT, Arrays.asList(citations));
  }
}
