package io.quaestor.udfs.flaws;

import io.quaestor.udfs.flaws.Item.Text;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether article or number in the stem fits one option only. Decided by form alone, so options
 * with an article of their own, a mute or doubtful first letter, a digit or capitals only decide
 * nothing.
 */
final class Agreement {
  private static final Pattern BEFORE_GAP =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}\\p{N}/(')-])(a|an|les|des|l')[ ]?(?:\\[blank\\]|_{2,}+|(?:\\.{3}|…)[ ]?$|:?$)");
  private static final Pattern ASKS_FOR_SEVERAL =
      Pattern.compile("(?:^|[.:;!?,] ?)(?:quels|quelles) sont(?![\\p{L}])");

  private static final String VOWELS = "aeiouàâäæéèêëîïôöœùûü";

  private static final Set<String> BEFORE_END = Set.of("a", "an", "les", "des", "l");
  private static final Set<String> OF_ONE = Set.of("le", "la", "l", "un", "une", "cet", "cette");
  private static final Set<String> OF_SEVERAL = Set.of("les", "des", "ces", "deux", "trois");

  private Agreement() {}

  static boolean fitsOneOnly(Item item) {
    List<Text> options = item.options();
    if (options.size() < 3 || options.stream().anyMatch(option -> option.words().isEmpty())) {
      return false;
    }
    Matcher gap = BEFORE_GAP.matcher(item.stem().folded());
    if (mayHaveGap(item.stem()) && gap.find()) {
      return options.stream().allMatch(Agreement::isBare) && one(options, fits(gap.group(1)));
    }
    return ASKS_FOR_SEVERAL.matcher(item.stem().folded()).find()
        && options.stream().allMatch(option -> isOfOne(option) != isOfSeveral(option))
        && one(options, Agreement::isOfSeveral);
  }

  /** Whether the pattern, which is slow on long stems, has a chance. */
  private static boolean mayHaveGap(Text stem) {
    List<String> words = stem.words();
    return stem.folded().contains("[blank]")
        || stem.folded().contains("__")
        || (!words.isEmpty() && BEFORE_END.contains(words.get(words.size() - 1)));
  }

  private static boolean one(List<Text> options, Predicate<Text> fits) {
    return options.stream().filter(fits).count() == 1;
  }

  private static Predicate<Text> fits(String article) {
    return switch (article) {
      case "a" -> option -> !startsWithVowel(option);
      case "an", "l'" -> Agreement::startsWithVowel;
      default -> option -> option.words().get(0).matches(".*[sxz]");
    };
  }

  private static boolean isBare(Text option) {
    String first = option.words().get(0);
    boolean article = Lexicon.ARTICLES.contains(first);
    boolean capitals = option.raw().codePoints().noneMatch(Character::isLowerCase);
    return !article && !capitals && Character.isLetter(first.codePointAt(0)) && !isDoubtful(first);
  }

  private static boolean isDoubtful(String word) {
    char first = word.charAt(0);
    return first == 'h'
        || first == 'y'
        || first == 'u'
        || word.startsWith("eu")
        || word.startsWith("one")
        || word.startsWith("once")
        || word.startsWith("onz")
        || word.startsWith("ou");
  }

  private static boolean startsWithVowel(Text option) {
    return VOWELS.indexOf(option.words().get(0).charAt(0)) >= 0;
  }

  private static boolean isOfOne(Text option) {
    return OF_ONE.contains(option.words().get(0)) && !option.words().contains("et");
  }

  private static boolean isOfSeveral(Text option) {
    return OF_SEVERAL.contains(option.words().get(0)) || option.words().contains("et");
  }
}
