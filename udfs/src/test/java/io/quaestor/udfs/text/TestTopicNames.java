package io.quaestor.udfs.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TestTopicNames {
  private static final double COSINE = 0.8;

  @Test
  void spellingArticlesAndNearlyAllWordsInCommonMakeOneTopic() {
    assertTrue(alike("Le présent.", "« le PRÉSENT »"));
    assertTrue(alike("Présent", "Le présent"));
    assertTrue(alike("The water cycle", "Water cycle"));
    assertTrue(alike("Verbes réguliers du premier groupe", "verbes du premier groupe réguliers"));
  }

  @Test
  void anotherWordMakesAnotherTopic() {
    assertFalse(alike("Articles", "Articles définis"));
    assertFalse(alike("Verbes en -er", "Verbes en -ir"));
    assertFalse(alike("Le", "La"));
    assertFalse(alike("de la ville", "à la ville"));
  }

  @Test
  void nothingIsOnlyLikeNothing() {
    assertTrue(alike(null, " "));
    assertFalse(alike(null, "présent"));
    assertFalse(TopicNames.alike("?", "présent", 0));
  }

  @Test
  void likenessIsNotHandedOn() {
    List<String> names = List.of("a b c d e", "b c d e f", "c d e f g", "A b c d e");
    assertEquals(
        List.of(List.of("a b c d e", "b c d e f", "A b c d e"), List.of("c d e f g")),
        TopicNames.groups(names, Function.identity(), COSINE));
  }

  private static boolean alike(String a, String b) {
    boolean alike = TopicNames.alike(a, b, COSINE);
    assertEquals(alike, TopicNames.alike(b, a, COSINE));
    return alike;
  }
}
