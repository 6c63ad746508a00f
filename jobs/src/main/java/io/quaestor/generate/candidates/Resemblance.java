package io.quaestor.generate.candidates;

import io.quaestor.udfs.text.Similarity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How alike the candidates of a batch are, each with each, by the words of their item texts. */
record Resemblance(List<Pair> pairs) {

  /**
   * Two candidates.
   *
   * @param a lower index
   * @param cosine of their term frequencies, 0 to 1
   */
  record Pair(int a, int b, double cosine) {}

  /** Candidates that did not come are like none. */
  static Resemblance of(List<Entrant> entrants) {
    List<Entrant> came = entrants.stream().filter(Entrant::came).toList();
    Map<Integer, Map<String, Integer>> terms = new HashMap<>();
    came.forEach(entrant -> terms.put(entrant.index(), Similarity.terms(entrant.set().text())));
    List<Pair> pairs = new ArrayList<>();
    for (Entrant a : came) {
      for (Entrant b : came) {
        if (a.index() < b.index()) {
          double cosine = Similarity.cosine(terms.get(a.index()), terms.get(b.index()));
          pairs.add(new Pair(a.index(), b.index(), cosine));
        }
      }
    }
    return new Resemblance(pairs);
  }

  /** The greatest cosine of a candidate to a sibling; null without a sibling. */
  Double greatest(int index) {
    return pairs.stream()
        .filter(pair -> pair.a() == index || pair.b() == index)
        .map(Pair::cosine)
        .max(Double::compare)
        .orElse(null);
  }

  /** Pairs worth a warning, by index. */
  List<Pair> above(double bound) {
    return pairs.stream().filter(pair -> pair.cosine() > bound).toList();
  }
}
