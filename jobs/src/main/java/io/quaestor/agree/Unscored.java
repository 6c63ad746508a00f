package io.quaestor.agree;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sum;

import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.UnscoredRate;
import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.Wilson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * The rows of {@code unscored_rates}, and Pearson's chi-square test of unscored against scored over
 * the segments of a kind (Pearson 1900, Phil Mag 50:157).
 */
record Unscored(String comparisonId, Instant createdAt)
    implements MapFunction<Unscored.Tested, UnscoredRate> {
  private static final List<String> KINDS =
      List.of("all", "type", "difficulty", "unit", "pipeline");

  /** Least expected count for which the distribution is a fair approximation (Cochran 1954). */
  private static final int LEAST_EXPECTED = 5;

  /** What one auditor left unscored on one criterion in one segment. */
  public record Missing(
      String auditor, String criterion, String kind, String segment, long asked, long unscored) {}

  /** The same with what the whole kind says. */
  public record Tested(
      String auditor,
      String criterion,
      String kind,
      String segment,
      long asked,
      long unscored,
      long segments,
      double allAsked,
      double allUnscored,
      double leastAsked,
      Double chiSquare) {}

  Dataset<UnscoredRate> of(Dataset<Vote> votes, Jury jury) {
    WindowSpec kind = Window.partitionBy("auditor", "criterion", "kind");
    Column expected = col("asked").multiply(col("allUnscored")).divide(col("allAsked"));
    Column apart = pow(col("unscored").minus(expected), lit(2));
    Column scored = col("asked").minus(expected);
    Column term =
        functions.when(
            expected.gt(0).and(scored.gt(0)), apart.divide(expected).plus(apart.divide(scored)));
    return votes
        .filter(col("kind").isInCollection(KINDS))
        .groupByKey((MapFunction<Vote, String>) Vote::segment, Encoders.STRING())
        .flatMapGroups(new Count(jury), RecordEncoder.of(Missing.class))
        .withColumn("segments", count(lit(1)).over(kind))
        .withColumn("allAsked", sum("asked").over(kind).cast("double"))
        .withColumn("allUnscored", sum("unscored").over(kind).cast("double"))
        .withColumn("leastAsked", min("asked").over(kind).cast("double"))
        .withColumn("chiSquare", sum(term).over(kind))
        .as(RecordEncoder.of(Tested.class))
        .map(this, RecordEncoder.of(UnscoredRate.class));
  }

  @Override
  public UnscoredRate call(Tested row) {
    Estimate share = Wilson.interval(row.unscored(), row.asked());
    String problem = problem(row);
    int degrees = (int) row.segments() - 1;
    return new UnscoredRate(
        comparisonId,
        row.auditor(),
        row.criterion(),
        row.kind(),
        row.segment(),
        row.asked(),
        row.unscored(),
        share.point().value(),
        Reasons.interval(share),
        problem == null ? row.chiSquare() : null,
        problem == null ? (Integer) degrees : null,
        problem == null ? (Double) p(row.chiSquare(), degrees) : null,
        problem,
        createdAt);
  }

  private static double p(double chiSquare, int degrees) {
    return Gamma.regularizedGammaQ(degrees / 2.0, chiSquare / 2);
  }

  private static String problem(Tested row) {
    if (row.segments() < 2) {
      return "one_segment";
    }
    if (row.allUnscored() == 0) {
      return "none_unscored";
    }
    double rarer = Math.min(row.allUnscored(), row.allAsked() - row.allUnscored());
    if (rarer == 0) {
      return "all_unscored";
    }
    return row.leastAsked() * rarer / row.allAsked() < LEAST_EXPECTED ? "expected_below_5" : null;
  }

  /** Counts one segment. */
  private record Count(Jury jury) implements FlatMapGroupsFunction<String, Vote, Missing> {
    @Override
    public Iterator<Missing> call(String segment, Iterator<Vote> votes) {
      List<AuditorCounts> auditors =
          IntStream.range(0, jury.auditors().size())
              .mapToObj(i -> new AuditorCounts(jury, i, jury.criteria(i)))
              .toList();
      String kind = null;
      while (votes.hasNext()) {
        Vote vote = votes.next();
        kind = vote.kind();
        auditors.forEach(auditor -> auditor.add(vote));
      }
      List<Missing> rows = new ArrayList<>();
      for (AuditorCounts counts : auditors) {
        for (int i = 0; i < counts.criteria().size(); i++) {
          long asked = counts.scored(i) + counts.unscored(i);
          if (asked > 0) {
            rows.add(
                new Missing(
                    jury.auditors().get(counts.auditor()),
                    counts.criteria().get(i),
                    kind,
                    segment,
                    asked,
                    counts.unscored(i)));
          }
        }
      }
      return rows.iterator();
    }
  }
}
