package io.quaestor.udfs.answer;

import io.quaestor.udfs.text.EditDistance;
import io.quaestor.udfs.text.Normalise;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Matches what a student typed against the key and its acceptable variations.
 *
 * <ol>
 *   <li>{@code exact}: the same characters.
 *   <li>{@code normalised}: the same by {@link Normalise#text} (case, white space, typography,
 *       outer punctuation). Accents count: {@code ete} is not {@code été} here.
 *   <li>{@code fuzzy}: few slips apart, counted on the normalised texts by {@link EditDistance}:
 *       one where the shorter has 5 to 9 characters, two from 10, three from 20. A missing or wrong
 *       accent is a slip. Never where either text has fewer than 5 characters or a digit: there a
 *       slip is another answer.
 * </ol>
 *
 * Each tier is tried on all accepted texts before the next, so that nothing is taken for a slip in
 * one that is another as it stands. Fuzzy takes the nearest, of equals the first; the key comes
 * before its variations.
 */
public final class Answers {
  /** Up to here words one letter apart are mostly different words. */
  private static final int SHORTEST = 5;

  private static final int TWO_SLIPS = 10;
  private static final int THREE_SLIPS = 20;

  private Answers() {}

  /**
   * The best match; {@code none} for a null or blank answer. Never throws.
   *
   * @param answer the key, null or blank when there is none
   * @param variations also accepted; null, and null or blank entries, count as absent
   * @return undefined ({@link AnswerMatch#NO_KEY}) when nothing is accepted, whatever was given
   */
  public static AnswerMatch match(String given, String answer, List<String> variations) {
    List<String> accepted = accepted(answer, variations);
    if (accepted.isEmpty()) {
      return AnswerMatch.UNDEFINED;
    }
    if (Normalise.isBlank(given)) {
      return AnswerMatch.NONE;
    }
    if (accepted.contains(given)) {
      return AnswerMatch.of("exact", given, 1);
    }
    String plain = Normalise.text(given);
    List<String> normalised = accepted.stream().map(Normalise::text).toList();
    int same = normalised.indexOf(plain);
    return same >= 0
        ? AnswerMatch.of("normalised", accepted.get(same), 1)
        : fuzzy(plain, accepted, normalised);
  }

  private static AnswerMatch fuzzy(String given, List<String> accepted, List<String> normalised) {
    AnswerMatch best = AnswerMatch.NONE;
    for (int i = 0; i < accepted.size(); i++) {
      String wanted = normalised.get(i);
      OptionalInt slips = EditDistance.atMost(given, wanted, allowed(given, wanted));
      if (slips.isPresent()) {
        int longer = Math.max(length(given), length(wanted));
        double similarity = 1 - (double) slips.getAsInt() / longer;
        if (similarity > best.similarity()) {
          best = AnswerMatch.of("fuzzy", accepted.get(i), similarity);
        }
      }
    }
    return best;
  }

  private static int allowed(String a, String b) {
    int shorter = Math.min(length(a), length(b));
    if (shorter < SHORTEST || hasDigit(a) || hasDigit(b)) {
      return 0;
    }
    return shorter < TWO_SLIPS ? 1 : shorter < THREE_SLIPS ? 2 : 3;
  }

  private static boolean hasDigit(String text) {
    return text.codePoints().anyMatch(Character::isDigit);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static List<String> accepted(String answer, List<String> variations) {
    List<String> accepted = new ArrayList<>();
    accepted.add(answer);
    accepted.addAll(variations == null ? List.of() : variations);
    accepted.removeIf(Normalise::isBlank);
    return accepted;
  }
}
