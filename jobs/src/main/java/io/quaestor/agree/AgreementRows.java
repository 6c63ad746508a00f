package io.quaestor.agree;

import io.quaestor.tables.Agreement;
import io.quaestor.udfs.agreement.McNemar;
import io.quaestor.udfs.agreement.Statistic;
import io.quaestor.udfs.agreement.compare.BenjaminiHochberg;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;

/**
 * The rows of {@code auditor_agreement} of one segment: one per pair with a question in common and
 * per criterion.
 *
 * @param clustered by pair and criterion, for segment {@code all}
 */
record AgreementRows(Jury jury, Map<Jury.Pair, List<Clustered>> clustered, Score score)
    implements FlatMapGroupsFunction<String, Vote, Agreement> {
  static final String ALL = "all";

  @Override
  public Iterator<Agreement> call(String segment, Iterator<Vote> votes) {
    List<PairCounts> pairs = jury.pairs().stream().map(pair -> new PairCounts(jury, pair)).toList();
    while (votes.hasNext()) {
      Vote vote = votes.next();
      pairs.forEach(pair -> pair.add(vote));
    }
    List<Agreement> rows = new ArrayList<>();
    pairs.stream()
        .filter(pair -> pair.judged() > 0)
        .forEach(pair -> rows.addAll(rows(segment, pair)));
    return rows.iterator();
  }

  private List<Agreement> rows(String segment, PairCounts counts) {
    List<Statistic> adjusted = adjusted(counts);
    int a = counts.pair().a();
    int b = counts.pair().b();
    List<Agreement> rows = new ArrayList<>();
    for (int i = 0; i < counts.criteria().size(); i++) {
      String criterion = counts.criteria().get(i);
      rows.add(
          score.of(
              new Score.Subject(jury.auditors().get(a), jury.auditors().get(b), segment, criterion),
              new Score.Counts(
                  counts.table(i),
                  counts.excluded(i),
                  adjusted.get(i),
                  jury.sameCriteria(a, b, criterion),
                  segment.equals(ALL)
                      ? clustered.get(counts.pair()).get(i)
                      : Clustered.undefined(null, "whole_comparison_only"))));
    }
    return rows;
  }

  private static List<Statistic> adjusted(PairCounts counts) {
    List<Statistic> p = new ArrayList<>();
    for (int i = 0; i < counts.criteria().size(); i++) {
      p.add(
          Jury.isQuestionLevel(counts.criteria().get(i))
              ? Statistic.undefined("question_level")
              : McNemar.exact(counts.table(i)));
    }
    List<Double> adjusted =
        BenjaminiHochberg.adjust(new ArrayList<>(p.stream().map(Statistic::value).toList()));
    for (int i = 0; i < p.size(); i++) {
      p.set(i, p.get(i).isDefined() ? Statistic.of(adjusted.get(i)) : p.get(i));
    }
    return p;
  }
}
