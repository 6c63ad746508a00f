package io.quaestor.udfs.planting;

import io.quaestor.udfs.text.Normalise;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Slang in front of the stem: nobody speaks to a class like that in writing. */
public final class Register {
  private static final List<String> FRENCH =
      List.of(
          "Hé, mec, grouille-toi !",
          "Allez, bande de nuls, au boulot !",
          "Bouge tes fesses, feignasse !",
          "T'es trop relou, réponds, quoi !",
          "Magne-toi, gros flemmard !");
  private static final List<String> ENGLISH =
      List.of(
          "Oi, mate, get a move on!",
          "Yo, dude, wake up!",
          "Come on, you lazy lot, chop-chop!",
          "Shift your backside, slowcoach!",
          "Gimme the goods, buddy!");

  private Register() {}

  static Optional<Planted> plant(Content content, String passage, Chance chance) {
    boolean known = content.french() || content.english();
    if (!known || content.stem().isBlank() || isWrong(content.stem())) {
      return Optional.empty();
    }
    String slang = chance.pick(content.french() ? FRENCH : ENGLISH, "slang");
    return Optional.of(
        new Planted(content.withStem(slang + " " + content.stem()), Planted.REGISTER));
  }

  /** Whether a stem's own words, quotes aside, are slang of this kind. */
  public static boolean isWrong(String stem) {
    Wording wording = Wording.of(stem);
    String own = Normalise.folded(wording.before() + " " + wording.after());
    return Stream.concat(FRENCH.stream(), ENGLISH.stream())
        .map(Normalise::folded)
        .anyMatch(own::contains);
  }
}
