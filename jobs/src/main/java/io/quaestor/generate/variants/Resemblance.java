package io.quaestor.generate.variants;

import io.quaestor.generate.batch.CheckedDraft;
import io.quaestor.udfs.text.Similarity;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Marks variants that read like their parent or like one another; pure. */
final class Resemblance implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String TO_PARENT = "similar_to_parent";
  private static final String TO_SIBLING = "similar_to_sibling";

  private final String parent;
  private final ArrayList<String> earlier;
  private final double above;

  /**
   * @param parent words of the parent ({@link #words})
   * @param earlier words of variants that other runs made of it
   * @param above cosine beyond which two texts are alike, 0 to 1
   */
  Resemblance(String parent, List<String> earlier, double above) {
    this.parent = parent;
    this.earlier = new ArrayList<>(earlier);
    this.above = above;
  }

  /** What likeness is told from. */
  static String words(String stem, List<String> options) {
    return stem + " " + String.join(" ", options);
  }

  /** Codes of each draft, in the order of the drafts; all of them have a draft. */
  List<List<String>> issues(List<CheckedDraft> drafts) {
    List<Map<String, Integer>> terms =
        drafts.stream()
            .map(checked -> words(checked.draft().stem(), checked.draft().options()))
            .map(Similarity::terms)
            .toList();
    return IntStream.range(0, terms.size()).mapToObj(at -> issues(terms, at)).toList();
  }

  private List<String> issues(List<Map<String, Integer>> terms, int at) {
    Map<String, Integer> own = terms.get(at);
    boolean sibling =
        IntStream.range(0, terms.size()).anyMatch(i -> i != at && alike(own, terms.get(i)))
            || earlier.stream().anyMatch(text -> alike(own, Similarity.terms(text)));
    List<String> issues = new ArrayList<>();
    if (alike(own, Similarity.terms(parent))) {
      issues.add(TO_PARENT);
    }
    if (sibling) {
      issues.add(TO_SIBLING);
    }
    return issues;
  }

  private boolean alike(Map<String, Integer> a, Map<String, Integer> b) {
    return Similarity.cosine(a, b) > above;
  }
}
