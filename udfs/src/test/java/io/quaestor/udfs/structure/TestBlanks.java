package io.quaestor.udfs.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TestBlanks {

  @Test
  void bothSpellingsAreBlanks() {
    assertEquals(1, Blanks.count("Le [blank] dort."));
    assertEquals(1, Blanks.count("Le [BLANK] dort."));
    assertEquals(1, Blanks.count("Le ______ dort."));
    assertEquals(2, Blanks.count("__ et [blank]"));
    assertEquals(0, Blanks.count("Un _ seul [vide]"));
    assertEquals(0, Blanks.count(null));
  }

  @Test
  void strippingLeavesTheRestAsItIs() {
    assertEquals("Le  dort.", Blanks.strip("Le [blank] dort."));
    assertEquals("", Blanks.strip(null));
  }

  @Test
  void fillingPutsTheAnswerInTheFirstBlankLiterally() {
    assertEquals("Il paie $1\\2.", Blanks.fill("Il paie ___.", "$1\\2"));
    assertEquals("a et __", Blanks.fill("[blank] et __", "a"));
    assertEquals("Rien.", Blanks.fill("Rien.", "x"));
    assertEquals("Le .", Blanks.fill("Le __.", null));
    assertEquals("", Blanks.fill(null, "x"));
  }
}
