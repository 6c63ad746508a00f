package io.quaestor.udfs.planting;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Breaks gender, number or person in the stem's own words, quotes aside. Only where the noun is one
 * of a short list, so that no reading of the sentence makes it right again.
 */
public final class Grammar {
  private Grammar() {}

  static Optional<Planted> plant(Content content, String passage, Chance chance) {
    List<Slip> slips =
        content.french() ? FrenchSlips.ALL : content.english() ? EnglishSlips.ALL : List.of();
    if (isBroken(content.stem())) {
      return Optional.empty();
    }
    Wording wording = Wording.of(content.stem());
    List<String> broken =
        slips.stream()
            .flatMap(
                slip ->
                    Stream.concat(
                        slip.made(wording.before())
                            .map(made -> made + wording.quoted() + wording.after()),
                        slip.made(wording.after())
                            .map(made -> wording.before() + wording.quoted() + made)))
            .filter(Grammar::isBroken)
            .toList();
    return broken.isEmpty()
        ? Optional.empty()
        : Optional.of(new Planted(content.withStem(chance.pick(broken, "slip")), Planted.GRAMMAR));
  }

  /** Whether a stem's own words, in French or English, have an error of this kind. */
  public static boolean isBroken(String stem) {
    Wording wording = Wording.of(stem);
    return Stream.concat(FrenchSlips.ALL.stream(), EnglishSlips.ALL.stream())
        .anyMatch(slip -> slip.shows(wording.before()) || slip.shows(wording.after()));
  }
}
