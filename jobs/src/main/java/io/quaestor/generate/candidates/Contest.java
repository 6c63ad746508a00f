package io.quaestor.generate.candidates;

import io.quaestor.generate.plan.BatchWork;
import io.quaestor.udfs.candidate.Candidates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapGroupsFunction;

/**
 * All candidates of a batch.
 *
 * @param entrants by index, those that failed too
 */
public record Contest(BatchWork work, List<Entrant> entrants) {

  /** The highest score, the first of equals; empty when no candidate came. */
  Optional<Entrant> best() {
    return Candidates.best(entrants.stream().map(Entrant::score).toList()).stream()
        .mapToObj(entrants::get)
        .findFirst();
  }

  /** The best when its score is enough. */
  Optional<Entrant> winner(double minViableScore) {
    return best().filter(entrant -> entrant.total() >= minViableScore);
  }

  /** By index; 0 for a candidate that did not come. */
  List<Double> scores() {
    return entrants.stream().map(Entrant::total).toList();
  }

  Stream<Answer> answers() {
    return entrants.stream().map(Entrant::answer);
  }

  /** Of the candidates that were reviewed. */
  Stream<Answer> reviews() {
    return entrants.stream().map(Entrant::review).filter(review -> review != null);
  }

  /** Brings a batch's candidates together, in order. */
  static final class Gather implements MapGroupsFunction<String, Reviewed, Contest> {
    private static final long serialVersionUID = 1L;

    @Override
    public Contest call(String batchId, Iterator<Reviewed> candidates) {
      List<Entrant> entrants = new ArrayList<>();
      Reviewed last = null;
      while (candidates.hasNext()) {
        last = candidates.next();
        entrants.add(last.entrant());
      }
      entrants.sort(Comparator.comparingInt(Entrant::index));
      return new Contest(last.work(), entrants);
    }
  }
}
