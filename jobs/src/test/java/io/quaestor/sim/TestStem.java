package io.quaestor.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TestStem {

  private static List<Stem> everyWording() {
    List<Stem> all = new ArrayList<>();
    for (Tongue tongue : Tongue.ALL) {
      for (String type : tongue.wordings().keySet()) {
        for (Style style : Style.values()) {
          int wordings = tongue.wordings().get(type).getOrDefault(style.key(), List.of()).size();
          for (int i = 0; i < wordings; i++) {
            String body = "Le chat " + Text.fold(Stem.gap(type)) + " ici.";
            all.add(new Stem(tongue, type, style, i, false, body, null));
          }
        }
      }
    }
    return all;
  }

  @Test
  void everyWordingIsReadBackAsWhatItWasWritten() {
    for (Stem stem : everyWording()) {
      assertEquals(Optional.of(stem), Stem.read(stem.text()), stem.text());
    }
  }

  @Test
  void anInventedSourceInFrontIsReadBackToo() {
    for (Stem stem : everyWording()) {
      Stem claimed = stem.with(new Stem.Claim("Odile Fontrenard", "1874"));
      assertEquals(Optional.of(claimed), Stem.read(claimed.text()), claimed.text());
    }
  }

  @Test
  void otherStemsAreNotTakenForItsOwn() {
    assertEquals(Optional.empty(), Stem.read("Quelle est la capitale de la France ?"));
    assertEquals(Optional.empty(), Stem.read(""));
  }
}
