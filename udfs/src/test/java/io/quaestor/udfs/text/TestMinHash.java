package io.quaestor.udfs.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.udfs.RandomText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestMinHash {

  @Test
  void theOrderOfWordsTheirCaseAndTheRunDoNotMatter() {
    assertEquals(bands("Le chat dort."), bands("dort, le CHAT"));
    assertEquals(32, bands("Le chat dort.").size());
    assertEquals(32, new HashSet<>(bands("chat")).size());
    assertEquals(-4488277794121002070L, new MinHash(1, 1).bands(Map.of("chat", 1)).get(0));
  }

  @Test
  void howOftenAWordStandsMatters() {
    assertTrue(shared(bands("tic"), bands("tic tic tic tic tic tic tic tic")) < 16);
  }

  @Test
  void aTextWithoutWordsHasNoValue() {
    assertEquals(List.of(), bands(null));
    assertEquals(List.of(), bands("?!"));
  }

  @Test
  void bandsAgreeAsOftenAsTheResemblanceSays() {
    List<String> words = new ArrayList<>(IntStream.range(0, 60).mapToObj(i -> "w" + i).toList());
    Map<String, Integer> a = Similarity.terms(String.join(" ", words.subList(0, 40)));
    Map<String, Integer> b = Similarity.terms(String.join(" ", words.subList(20, 60)));
    int trials = 20_000;
    assertEquals(1 / 3.0, agreement(a, b, trials, 1), 0.015);
    assertEquals(1 / 9.0, agreement(a, b, trials, 2), 0.015);
  }

  @Test
  void anythingAtAllHasValues() {
    RandomText texts = new RandomText(new SplittableRandom(9));
    for (int i = 0; i < 2_000; i++) {
      String text = texts.next(60);
      int expected = Similarity.terms(text).isEmpty() ? 0 : 32;
      assertEquals(expected, bands(text).size());
    }
    assertEquals(32, bands("é x ".repeat(250_000)).size());
  }

  private static double agreement(
      Map<String, Integer> a, Map<String, Integer> b, int bands, int rows) {
    MinHash hash = new MinHash(bands, rows);
    return (double) shared(hash.bands(a), hash.bands(b)) / bands;
  }

  private static int shared(List<Long> a, List<Long> b) {
    return (int) IntStream.range(0, a.size()).filter(i -> a.get(i).equals(b.get(i))).count();
  }

  private static List<Long> bands(String text) {
    return new MinHash(32, 4).bands(Similarity.terms(text));
  }
}
