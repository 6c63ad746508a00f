package io.quaestor.udfs.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Tells which names of topics mean the same topic. */
public final class TopicNames {
  /** Articles, prepositions and conjunctions of French and English, with what elision leaves. */
  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          "le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "et", "ou", "à", "au", "aux",
          "en", "dans", "sur", "par", "pour", "avec", "the", "a", "an", "of", "and", "or", "to",
          "in", "on", "by", "for", "from", "with", "at");

  private TopicNames() {}

  /**
   * Groups things by name. Each joins the first group whose first name it is like, so that likeness
   * is never handed on from name to name; the same order always gives the same groups.
   *
   * @param ordered the most telling names first
   * @param name of a thing; may be null, which is like nothing but null and blank names
   * @param cosine see {@link #alike}
   * @return non-empty groups in order of their first members
   */
  public static <T> List<List<T>> groups(List<T> ordered, Function<T, String> name, double cosine) {
    List<List<T>> groups = new ArrayList<>();
    for (T thing : ordered) {
      groups.stream()
          .filter(group -> alike(name.apply(group.get(0)), name.apply(thing), cosine))
          .findFirst()
          .orElseGet(() -> added(groups))
          .add(thing);
    }
    return groups;
  }

  /**
   * Whether two names are equal after {@link Normalise#text}, have the same words save for function
   * words that one has and the other lacks, or have words whose {@link Similarity#cosine} reaches a
   * threshold.
   *
   * @param cosine 0 to 1
   */
  public static boolean alike(String a, String b, double cosine) {
    if (Normalise.text(a).equals(Normalise.text(b))) {
      return true;
    }
    Map<String, Integer> left = Similarity.terms(a);
    Map<String, Integer> right = Similarity.terms(b);
    return sameContent(left.keySet(), right.keySet())
        || (!left.isEmpty() && !right.isEmpty() && Similarity.cosine(left, right) >= cosine);
  }

  private static boolean sameContent(Set<String> a, Set<String> b) {
    Set<String> content = content(a);
    boolean contained = a.containsAll(b) || b.containsAll(a);
    return contained && !content.isEmpty() && content.equals(content(b));
  }

  private static Set<String> content(Set<String> words) {
    Set<String> content = new HashSet<>(words);
    content.removeAll(FUNCTION_WORDS);
    return content;
  }

  private static <T> List<T> added(List<List<T>> groups) {
    List<T> group = new ArrayList<>();
    groups.add(group);
    return group;
  }
}
