package io.quaestor.agree;

import java.util.List;

/** How often each auditor passed, failed or left unscored each of its criteria. */
final class AuditorCounts {
  private final int auditor;
  private final List<String> criteria;
  private final Reading[] readings;
  private final long[][] counts;

  /** Of these criteria, which the auditor has. */
  AuditorCounts(Jury jury, int auditor, List<String> criteria) {
    this.auditor = auditor;
    this.criteria = criteria;
    this.readings = criteria.stream().map(c -> jury.reading(auditor, c)).toArray(Reading[]::new);
    this.counts = new long[criteria.size()][3];
  }

  int auditor() {
    return auditor;
  }

  List<String> criteria() {
    return criteria;
  }

  /** Counts the questions if the auditor judged them. */
  void add(Vote vote) {
    long code = vote.codes().get(auditor);
    if (code != Slots.NOT_JUDGED) {
      for (int i = 0; i < counts.length; i++) {
        counts[i][readings[i].of(code)] += vote.questions();
      }
    }
  }

  /** Questions with a verdict. */
  long scored(int criterion) {
    return counts[criterion][Reading.PASS] + fails(criterion);
  }

  long fails(int criterion) {
    return counts[criterion][Reading.FAIL];
  }

  long unscored(int criterion) {
    return counts[criterion][Reading.UNSCORED];
  }
}
