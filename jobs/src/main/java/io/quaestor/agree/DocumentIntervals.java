package io.quaestor.agree;

import io.quaestor.lake.RecordEncoder;
import io.quaestor.udfs.agreement.Statistic;
import io.quaestor.udfs.agreement.TwoByTwo;
import io.quaestor.udfs.agreement.bootstrap.ClusterBootstrap;
import io.quaestor.udfs.agreement.bootstrap.Clusters;
import io.quaestor.udfs.agreement.bootstrap.PairFigure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/**
 * Intervals of agreement, kappa and AC1 that take questions of one document together: a bootstrap
 * of documents, drawn once for all criteria of a pair.
 */
record DocumentIntervals(Jury jury) {
  private static final long SEED = 20_261_121L;
  private static final List<PairFigure> FIGURES =
      List.of(PairFigure.PERCENT_AGREEMENT, PairFigure.COHENS_KAPPA, PairFigure.GWET_AC1);
  private static final int CELLS = 4;

  /** Draws of documents for one pair; with very many documents there are fewer replicates. */
  private static final long DRAWS = 100_000_000;

  /** Fewer replicates make no bounds to speak of. */
  private static final int LEAST_REPLICATES = 500;

  /**
   * Counts of one pair in one document.
   *
   * @param sums four for each criterion, in the order of {@link TwoByTwo}; empty when the document
   *     is not known
   */
  public record Sums(int pair, List<Double> sums) {}

  /** Intervals of a pair, by criterion. */
  public record OfPair(int pair, List<Clustered> intervals) {}

  /** By pair with a question in common, an entry for each criterion. */
  Map<Jury.Pair, List<Clustered>> of(Dataset<Vote> byDocument) {
    List<OfPair> all =
        byDocument
            .groupByKey(new Document(), Encoders.STRING())
            .flatMapGroups(new Count(jury), RecordEncoder.of(Sums.class))
            .groupByKey((MapFunction<Sums, Integer>) Sums::pair, Encoders.INT())
            .mapGroups(new Draw(jury), RecordEncoder.of(OfPair.class))
            .collectAsList();
    Map<Jury.Pair, List<Clustered>> intervals = new HashMap<>();
    all.forEach(each -> intervals.put(jury.pairs().get(each.pair()), each.intervals()));
    return intervals;
  }

  private static final class Document implements MapFunction<Vote, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public String call(Vote vote) {
      return vote.segment() == null ? "" : vote.segment();
    }
  }

  private record Count(Jury jury) implements FlatMapGroupsFunction<String, Vote, Sums> {
    @Override
    public Iterator<Sums> call(String document, Iterator<Vote> votes) {
      List<PairCounts> pairs =
          jury.pairs().stream().map(pair -> new PairCounts(jury, pair)).toList();
      while (votes.hasNext()) {
        Vote vote = votes.next();
        pairs.forEach(pair -> pair.add(vote));
      }
      List<Sums> sums = new ArrayList<>();
      for (int i = 0; i < pairs.size(); i++) {
        if (pairs.get(i).judged() > 0) {
          sums.add(new Sums(i, document.isEmpty() ? List.of() : sums(pairs.get(i))));
        }
      }
      return sums.iterator();
    }

    private static List<Double> sums(PairCounts counts) {
      List<Double> sums = new ArrayList<>();
      for (int i = 0; i < counts.criteria().size(); i++) {
        TwoByTwo table = counts.table(i);
        sums.add((double) table.bothPass());
        sums.add((double) table.aOnlyFail());
        sums.add((double) table.bOnlyFail());
        sums.add((double) table.bothFail());
      }
      return sums;
    }
  }

  private record Draw(Jury jury) implements MapGroupsFunction<Integer, Sums, OfPair> {
    @Override
    public OfPair call(Integer pair, Iterator<Sums> documents) {
      Jury.Pair of = jury.pairs().get(pair);
      int criteria = jury.shared(of.a(), of.b()).size();
      Clusters clusters = new Clusters();
      while (documents.hasNext()) {
        List<Double> sums = documents.next().sums();
        if (sums.isEmpty()) {
          return undefined(pair, criteria, null, "document_unknown");
        }
        clusters.add(sums.stream().mapToDouble(Double::doubleValue).toArray(), 1);
      }
      long size = clusters.size();
      int replicates = (int) Math.min(ClusterBootstrap.REPLICATES, DRAWS / size);
      if (size < 2 || replicates < LEAST_REPLICATES) {
        return undefined(pair, criteria, size, size < 2 ? "one_document" : "too_many_documents");
      }
      return new OfPair(pair, intervals(clusters, replicates, criteria));
    }

    private static List<Clustered> intervals(Clusters clusters, int replicates, int criteria) {
      List<Function<double[], Statistic>> figures = new ArrayList<>();
      for (int i = 0; i < criteria; i++) {
        int from = i * CELLS;
        FIGURES.forEach(
            figure -> figures.add(s -> figure.apply(Arrays.copyOfRange(s, from, from + CELLS))));
      }
      List<ClusterBootstrap.Interval> all =
          new ClusterBootstrap(SEED, replicates, 0.95).intervals(clusters, figures);
      List<Clustered> intervals = new ArrayList<>();
      for (int i = 0; i < all.size(); i += FIGURES.size()) {
        intervals.add(
            Clustered.of(clusters.size(), replicates, all.subList(i, i + FIGURES.size())));
      }
      return intervals;
    }

    private static OfPair undefined(int pair, int criteria, Long documents, String reason) {
      List<Clustered> none = new ArrayList<>();
      for (int i = 0; i < criteria; i++) {
        none.add(Clustered.undefined(documents, reason));
      }
      return new OfPair(pair, none);
    }
  }
}
