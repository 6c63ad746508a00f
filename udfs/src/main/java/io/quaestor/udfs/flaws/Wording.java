package io.quaestor.udfs.flaws;

import io.quaestor.udfs.flaws.Item.Text;
import io.quaestor.udfs.text.Similarity;
import java.util.List;
import java.util.regex.Pattern;

/** Turns of phrase, in English and French. Text in quotes is spoken of, not said. */
final class Wording {
  private static final String NO_LETTER_BEFORE = "(?<![\\p{L}\\p{M}\\p{N}])";
  private static final String NO_LETTER_AFTER = "(?![\\p{L}\\p{M}\\p{N}])";

  private static final Pattern QUOTED =
      Pattern.compile("\"[^\"]*+\"|(?<!\\p{L})'[^']{1,80}'(?!\\p{L})");

  private static final Pattern ALL_OR_NONE =
      Pattern.compile(
          "(?:all|none|any|both|neither|either)(?: of)? (?:the )?"
              + "(?:above|these|those|others|(?:other |above )?(?:answers?|options?|choices?))"
              + "(?: above| (?:is|are) (?:correct|true|right|false|wrong))?"
              + "|(?:toutes|tous|aucune?|aucun)(?: de)? ?(?:ces|les|des|la|l')? ?"
              + "(?:autres )?(?:réponses?|propositions?|choix|options?|affirmations?)"
              + "(?: (?:ci-dessus|précédente?s?|proposée?s?))?"
              + "(?: (?:est|sont|n'est|ne sont)?(?: pas)? ?(?:correcte?s?|justes?|bonnes?|vraies?|fausses?))?"
              + "|(?:tout|rien de|aucun de) ce qui précède|(?:toutes|tous|aucune?) d'entre (?:elles|eux)");

  /** "Which ... is not", "Lequel ... n'est pas", in the question itself. */
  private static final Pattern NEGATIVE_QUESTION =
      Pattern.compile(
          "(?:^|[.:;!?] ?|, )(?:in |of |among )?(?:which|what|who|where)"
              + NO_LETTER_AFTER
              + "[^.?!]{0,150}?"
              + NO_LETTER_BEFORE
              + "(?:not|cannot|(?:is|are|was|were|do|does|did|has|have|would|could|should)n't)"
              + NO_LETTER_AFTER
              + "[^.?!]{0,150}\\?"
              + "|(?:^|[.:;!?] ?|, )(?:lequel|laquelle|lesquels|lesquelles|quels?|quelles?)"
              + french()
              + "|(?:^|[.:;!?] ?)(?:qui|que|qu'est-ce qu[ei'])"
              + french());

  private static final Pattern EXCEPT_AT_END =
      Pattern.compile(
          NO_LETTER_BEFORE
              + "(?:except|sauf|excepté|hormis|à l'exception de)"
              + "(?: (?:for|pour|which|one|which one|laquelle|lequel|une|un|l'une|l'un))?"
              + "[^\\p{L}\\p{N}]{0,40}$");

  private static final Pattern SHOUTED =
      Pattern.compile(NO_LETTER_BEFORE + "(?:NOT|EXCEPT|LEAST|SAUF|PAS|EXCEPTÉ)" + NO_LETTER_AFTER);

  /** An option of fewer words is a word to choose (always, often, never), not a claim. */
  private static final int CLAIM_WORDS = 3;

  private Wording() {}

  static boolean isAbsolute(Text text) {
    return text.words().size() >= CLAIM_WORDS
        && text.words().stream().anyMatch(Lexicon.ABSOLUTES::contains)
        && Similarity.words(unquoted(text.folded())).stream().anyMatch(Lexicon.ABSOLUTES::contains);
  }

  /** Whether some options, not all, make an absolute claim. */
  static boolean singlesOutByAbsolute(List<Text> options) {
    long absolute = options.stream().filter(Wording::isAbsolute).count();
    return absolute > 0 && absolute < options.size();
  }

  static boolean refersToOthers(List<Text> options) {
    return options.stream().anyMatch(Wording::refersToOthers);
  }

  private static boolean refersToOthers(Text option) {
    return !option.words().isEmpty()
        && Lexicon.QUANTIFIERS.contains(option.words().get(0))
        && ALL_OR_NONE.matcher(option.plain()).matches();
  }

  static boolean isNegative(Text stem) {
    if (stem.words().stream().noneMatch(Lexicon.NEGATING::contains)) {
      return false;
    }
    String folded = unquoted(stem.folded());
    return NEGATIVE_QUESTION.matcher(folded).find()
        || EXCEPT_AT_END.matcher(folded).find()
        || isShouted(stem.raw());
  }

  private static boolean isShouted(String raw) {
    return raw.codePoints().anyMatch(Character::isLowerCase)
        && SHOUTED.matcher(QUOTED.matcher(raw).replaceAll(" ")).find();
  }

  private static String unquoted(String folded) {
    return QUOTED.matcher(folded).replaceAll(" ");
  }

  private static String french() {
    return NO_LETTER_AFTER
        + "[^.?!]{0,150}?"
        + NO_LETTER_BEFORE
        + "(?:ne |n')[^.?!]{0,60}?"
        + NO_LETTER_BEFORE
        + "(?:pas|jamais|aucune?)"
        + NO_LETTER_AFTER
        + "[^.?!]{0,150}\\?";
  }
}
