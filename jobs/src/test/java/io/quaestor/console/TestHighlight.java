package io.quaestor.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TestHighlight {

  @Test
  void quotesAreMarkedWhereTheyStandAndThoseThatOverlapAsOne() {
    String text = "Le train part. Il arrive tôt. Il repart.";
    assertEquals(
        "Le train part. [Il arrive tôt.] Il repart.", marked(text, "il  arrive tôt.", "absent"));
    assertEquals(
        "[Le train part.][ Il arrive] tôt. Il repart.",
        marked(text, "Le train part.", "part. Il arrive"));
    assertEquals(text, marked(text));
    assertEquals("", marked("", "quote"));
  }

  private static String marked(String text, String... quotes) {
    return Highlight.of(text, List.of(quotes)).stream()
        .map(piece -> piece.marked() ? "[" + piece.text() + "]" : piece.text())
        .collect(Collectors.joining());
  }
}
