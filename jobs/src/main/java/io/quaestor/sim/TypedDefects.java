package io.quaestor.sim;

import java.util.ArrayList;
import java.util.List;

/** Defects of questions that are answered by typing. */
final class TypedDefects {
  private TypedDefects() {}

  /** A wrong word among the accepted ones. */
  static Item addWrong(Draft draft, Dice dice) {
    if (!draft.item().typed()) {
      return null;
    }
    List<String> variations = new ArrayList<>(draft.item().variations());
    variations.add(dice.next(variations.size() + 1), draft.spare().get(0).text());
    return draft.item().withVariations(variations);
  }

  static boolean hasWrong(Reading reading) {
    return !wrong(reading).isEmpty();
  }

  /** The accepted variations that are not right. */
  static List<String> wrong(Reading reading) {
    if (!reading.item().typed()) {
      return List.of();
    }
    return reading.item().variations().stream()
        .filter(
            v ->
                reading.sources().stream()
                    .noneMatch(
                        f ->
                            f.fillers().stream()
                                .anyMatch(k -> Variations.fits(v, k, f.sentence()))))
        .toList();
  }

  /** A second blank, where another word stood. */
  static Item blankTwice(Draft draft, Dice dice) {
    if (!draft.item().type().equals("fill_in_blank")) {
      return null;
    }
    String key = draft.item().answer().get(0);
    List<Word> others =
        draft.sentence().contentWords().stream().filter(w -> !w.text().equals(key)).toList();
    if (others.isEmpty()) {
      return null;
    }
    List<Word> both = List.of(draft.keys().get(0), dice.pick(others));
    return draft.worded(draft.stem().withBody(Drafts.gapped(draft.sentence(), both, Stem.BLANK)));
  }

  static boolean blankedTwice(Reading reading) {
    return reading.item().type().equals("fill_in_blank")
        && reading.stem().body().split("\\[blank\\]", -1).length > 2;
  }
}
