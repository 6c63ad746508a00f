package io.quaestor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TestJsonText {
  private static final String CHARACTERS =
      "aé œ\uD83D\uDE00\"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028";

  private static String written(String text) {
    return new String(Json.bytes(Json.object().put("t", text)), StandardCharsets.UTF_8);
  }

  private static String readBack(String text) {
    return Json.parse(written(text)).get("t").textValue();
  }

  @Test
  void everyCharacterComesBack() {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        all.appendCodePoint(c);
      }
    }
    assertEquals(all.toString(), readBack(all.toString()));
  }

  @Test
  void anyMixtureComesBack() {
    Random random = new Random(7);
    int[] characters = CHARACTERS.codePoints().toArray();
    for (int length = 0; length < 300; length++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < length; i++) {
        int bound = random.nextBoolean() ? 1 : characters.length;
        text.appendCodePoint(characters[random.nextInt(bound)]);
      }
      assertEquals(text.toString(), readBack(text.toString()));
    }
    String escapesOnly = "\u0001".repeat(5000) + "x".repeat(5000);
    assertEquals(escapesOnly, readBack(escapesOnly));
  }

  @Test
  void escapesAreTheShortestThereAre() {
    assertEquals(
        "{\"t\":\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u007fé\"}",
        written("\"\\/\b\f\n\r\t\u0000\u001f\u007fé"));
  }

  @Test
  void halfAPairBecomesAQuestionMark() {
    assertEquals("{\"t\":\"a?b\"}", written("a\ud800b"));
  }
}
