package io.quaestor.udfs.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.udfs.RandomText;
import io.quaestor.udfs.Vectors;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TestSimilarity {

  @Test
  void knownPairsHaveTheirCosine() {
    Vectors.of("cosine")
        .forEach(
            vector ->
                assertEquals(
                    Vectors.number(vector, "value"),
                    Similarity.cosine(vector.get("a").asText(), vector.get("b").asText()),
                    1e-15,
                    vector.get("id").asText()));
  }

  @Test
  void wordsAreCounted() {
    assertEquals(Map.of("l", 1, "été", 2), Similarity.terms("L’Été... été !"));
  }

  @Test
  void textsWithoutWordsAreLikeNothing() {
    assertEquals(0, Similarity.cosine(null, "le chat"));
    assertEquals(0, Similarity.cosine("", ""));
    assertEquals(0, Similarity.cosine("?!", "?!"));
  }

  @Test
  void itIsSymmetricAndOneWithItself() {
    RandomText texts = new RandomText(new SplittableRandom(3));
    for (int i = 0; i < 2_000; i++) {
      String a = "le " + texts.next(40);
      String b = "le " + texts.next(40);
      double cosine = Similarity.cosine(a, b);
      assertTrue(cosine > 0 && cosine <= 1);
      assertEquals(cosine, Similarity.cosine(b, a), 1e-15);
      assertEquals(1, Similarity.cosine(a, a), 1e-15);
    }
  }
}
