package io.quaestor.export;

import io.quaestor.tables.DistractorRationale;
import io.quaestor.tables.Evidence;
import io.quaestor.tables.Question;
import io.quaestor.udfs.structure.QuestionType;
import java.time.Instant;
import java.util.List;

/** Questions of every type whose texts hold whatever formats use for something else. */
final class Odd {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private static final List<String> TEXTS =
      List.of(
          "L’été, où « l’âme » naît — cœur, ÿ, Ω, 日本, 😀",
          "$\\frac{a}{b} = \\{x : x \\neq 0\\}$ et $a_{i} \\le 2^{n}$ \\( y \\)",
          "if (a < b && c > d) { return \"x\"; } // ~50%",
          "<script>alert('1')</script> <b>gras</b> &amp; &lt;",
          "une ligne\nune autre\n\n= et ~ et # et : et {}",
          "\"guillemets\", 'apostrophes', \\n, \\\\, \\",
          "a\tb;c,d|e * f ** _g_ `h` [i](j)",
          "::titre:: [html] $CATEGORY: x %100% ->");

  private Odd() {}

  static Question question(int number) {
    QuestionType type = QuestionType.values()[number % QuestionType.values().length];
    return question("qst_" + number, type, number);
  }

  static Question question(String id, QuestionType type, int seed) {
    List<String> options = options(type, seed);
    List<String> answer =
        switch (type) {
          case MCQ_SINGLE, TRUE_FALSE -> options.subList(0, 1);
          case MCQ_MULTI -> options.subList(0, 2);
          default -> List.of(text(seed, "clé"));
        };
    String gap = type == QuestionType.FILL_IN_BLANK ? " [blank] " + text(seed + 3, "fin") : "";
    boolean says = seed % 3 == 0 && type != QuestionType.TRUE_FALSE && !options.isEmpty();
    return new Question(
        id,
        "bat_" + seed / 5,
        "run",
        "unit/" + seed / 10,
        "Thème " + seed,
        "doc",
        "chk",
        null,
        "version",
        "direct",
        "v2",
        "cheap",
        "ask",
        seed,
        type.wire(),
        null,
        "beginner",
        "fr",
        text(seed, "Énoncé " + seed) + gap,
        options,
        answer,
        type.isTyped() ? List.of(text(seed + 1, "ou"), "*" + seed) : List.of(),
        seed % 2 == 0 ? text(seed + 2, "Parce que") : null,
        says
            ? List.of(new DistractorRationale(options.get(2), null, text(seed, "Car")))
            : List.of(),
        new Evidence(List.of("s1"), List.of(), List.of(1), List.of("«\n»")),
        1.0,
        null,
        null,
        "active",
        "draft",
        null,
        "sha",
        NOON,
        NOON);
  }

  private static List<String> options(QuestionType type, int seed) {
    return switch (type) {
      case TRUE_FALSE -> seed % 4 == 0 ? List.of("Faux", "Vrai") : List.of("Vrai", "Faux");
      case MCQ_SINGLE, MCQ_MULTI ->
          List.of(text(seed, "A"), text(seed + 1, "B"), text(seed + 2, "C"), text(seed + 3, "D"));
      default -> List.of();
    };
  }

  private static String text(int seed, String mark) {
    return mark + " " + TEXTS.get(Math.floorMod(seed * 7, TEXTS.size())) + " " + seed;
  }
}
