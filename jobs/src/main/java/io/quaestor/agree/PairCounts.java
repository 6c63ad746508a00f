package io.quaestor.agree;

import io.quaestor.agree.Jury.Pair;
import io.quaestor.udfs.agreement.TwoByTwo;
import java.util.List;

/** How two auditors' verdicts fall together, criterion by criterion. */
final class PairCounts {
  private static final int OUTCOMES = 3;

  private final Pair pair;
  private final List<String> criteria;
  private final Reading[] a;
  private final Reading[] b;
  private final long[][] counts;

  PairCounts(Jury jury, Pair pair) {
    this.pair = pair;
    this.criteria = jury.shared(pair.a(), pair.b());
    this.a = criteria.stream().map(c -> jury.reading(pair.a(), c)).toArray(Reading[]::new);
    this.b = criteria.stream().map(c -> jury.reading(pair.b(), c)).toArray(Reading[]::new);
    this.counts = new long[criteria.size()][OUTCOMES * OUTCOMES];
  }

  Pair pair() {
    return pair;
  }

  /** Shared criteria, and the two definitions of flagged. */
  List<String> criteria() {
    return criteria;
  }

  /** Counts the questions if both judged them. */
  void add(Vote vote) {
    if (pair.judged(vote.codes())) {
      long codeA = vote.codes().get(pair.a());
      long codeB = vote.codes().get(pair.b());
      for (int i = 0; i < counts.length; i++) {
        counts[i][OUTCOMES * a[i].of(codeA) + b[i].of(codeB)] += vote.questions();
      }
    }
  }

  /** Questions both judged, scored or not. */
  long judged() {
    return table(0).n() + excluded(0);
  }

  TwoByTwo table(int criterion) {
    return new TwoByTwo(
        count(criterion, Reading.PASS, Reading.PASS),
        count(criterion, Reading.FAIL, Reading.PASS),
        count(criterion, Reading.PASS, Reading.FAIL),
        count(criterion, Reading.FAIL, Reading.FAIL));
  }

  /** Questions that one of the two left unscored. */
  long excluded(int criterion) {
    long excluded = count(criterion, Reading.UNSCORED, Reading.UNSCORED);
    for (int scored : new int[] {Reading.FAIL, Reading.PASS}) {
      excluded += count(criterion, scored, Reading.UNSCORED);
      excluded += count(criterion, Reading.UNSCORED, scored);
    }
    return excluded;
  }

  private long count(int criterion, int ofA, int ofB) {
    return counts[criterion][OUTCOMES * ofA + ofB];
  }
}
