package io.quaestor.bench;

import io.quaestor.bench.ScoringResult.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** From runs to figures: medians of the rounds, and of the ratios within each round. */
record ScoringRuns(Map<ScoringQuery, List<Round>> rounds) {

  /** One query over next to no rows, a hundredth of them, and all. */
  record Round(Run few, Run some, Run all) {}

  /** One execution over so many rows, by the clock and on all cores. */
  record Run(long rows, double wallNanos, double cpuNanos) {

    /** Of one more row than the few. */
    double cpuNanosPerRow(Run few) {
      return (cpuNanos - few.cpuNanos) / (rows - few.rows);
    }
  }

  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    for (Function<Round, Run> size : List.<Function<Round, Run>>of(Round::some, Round::all)) {
      rounds.keySet().forEach(query -> figures.add(figure(query, size)));
    }
    return figures;
  }

  private Figure figure(ScoringQuery query, Function<Round, Run> size) {
    List<Round> own = rounds.get(query);
    return new Figure(
        query.name(),
        size.apply(own.get(0)).rows(),
        median(own, round -> perSecond(size.apply(round))),
        median(own, round -> size.apply(round).cpuNanosPerRow(round.few())),
        median(own, round -> round.few().cpuNanos()) / TimeUnit.MILLISECONDS.toNanos(1),
        query.scan() == null ? null : (Double) share(query, query.scan(), size),
        query.isRubric() ? (Double) share(query, ScoringQuery.BUILT_IN, size) : null);
  }

  private double share(ScoringQuery query, String other, Function<Round, Run> size) {
    List<Round> own = rounds.get(query);
    List<Round> others =
        rounds.entrySet().stream()
            .filter(each -> each.getKey().name().equals(other))
            .findFirst()
            .orElseThrow()
            .getValue();
    return BenchRow.median(
        IntStream.range(0, own.size())
            .mapToDouble(i -> cpu(others.get(i), size) / cpu(own.get(i), size))
            .toArray());
  }

  private static double cpu(Round round, Function<Round, Run> size) {
    return size.apply(round).cpuNanosPerRow(round.few());
  }

  private static double perSecond(Run run) {
    return run.rows() * TimeUnit.SECONDS.toNanos(1) / run.wallNanos();
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
    return BenchRow.median(rounds.stream().mapToDouble(figure).toArray());
  }
}
