package io.quaestor.udfs.flaws;

import io.quaestor.udfs.structure.Draft;
import io.quaestor.udfs.structure.QuestionType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Flaws in how a single question is written. They are hints: each rule prefers to miss a flaw to
 * raising a false alarm. Never throws, whatever the draft holds; a text beyond 5,000 characters is
 * looked at up to there, options beyond the twelfth not at all.
 */
public final class Flaws {
  private Flaws() {}

  /**
   * Codes of all {@link Flaw}s, sorted, each once; empty for a null draft and for an unknown type.
   * Of typed questions only the stem is looked at.
   *
   * @param language such as {@code fr} or {@code en-GB}; rules that need words know English and
   *     French, both are tried for null, and neither for other languages
   */
  public static List<String> of(Draft draft, String language) {
    Optional<QuestionType> type =
        draft == null ? Optional.empty() : QuestionType.parse(draft.type());
    return type.map(known -> codes(known, Item.of(draft), Lexicon.knows(language)))
        .orElse(List.of());
  }

  private static List<String> codes(QuestionType type, Item item, boolean words) {
    Set<Flaw> found = EnumSet.noneOf(Flaw.class);
    if (type.isMultipleChoice()) {
      options(item, words, found);
    }
    if (words) {
      note(found, Flaw.NEGATIVE_STEM, asks(type) && Wording.isNegative(item.stem()));
      note(
          found,
          Flaw.ABSOLUTE_TERM,
          type == QuestionType.TRUE_FALSE && Wording.isAbsolute(item.stem()));
    }
    return found.stream().map(Flaw::code).sorted().toList();
  }

  private static boolean asks(QuestionType type) {
    return type.isMultipleChoice() || type == QuestionType.SHORT_ANSWER;
  }

  private static void options(Item item, boolean words, Set<Flaw> found) {
    note(found, Flaw.KEY_LONGEST, Lengths.isKeyLongest(item));
    note(found, Flaw.SHORT_DISTRACTOR, Lengths.hasShortDistractor(item));
    if (words) {
      note(found, Flaw.ABSOLUTE_TERM, Wording.singlesOutByAbsolute(item.options()));
      note(found, Flaw.ALL_OR_NONE_OF_ABOVE, Wording.refersToOthers(item.options()));
      note(found, Flaw.STEM_WORD_IN_KEY, Echo.isInKeyOnly(item));
      note(found, Flaw.GRAMMATICAL_CUE, Agreement.fitsOneOnly(item));
      note(found, Flaw.NEAR_EQUAL_OPTIONS, Likeness.hasPairApart(item.options()));
    }
    note(
        found,
        Flaw.OVERLAPPING_OPTIONS,
        Ranges.overlap(item.options()) || (words && Inclusion.isIn(item.options())));
  }

  private static void note(Set<Flaw> found, Flaw flaw, boolean applies) {
    if (applies) {
      found.add(flaw);
    }
  }
}
