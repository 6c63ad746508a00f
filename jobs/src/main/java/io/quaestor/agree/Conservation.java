package io.quaestor.agree;

import static org.apache.spark.sql.functions.expr;

import io.quaestor.ExitCode;
import io.quaestor.JobException;
import io.quaestor.agree.Jury.Pair;
import io.quaestor.tables.Agreement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Every question judged by both is in exactly one count of each criterion and kind of segment. */
final class Conservation {
  private static final List<String> KINDS =
      List.of("all", "type", "difficulty", "unit", "pipeline", "version");

  private Conservation() {}

  /** One criterion of one pair over all segments of a kind. */
  private record Line(String auditorA, String auditorB, String criterion, String kind) {
    @Override
    public String toString() {
      return "%s and %s, %s by %s".formatted(auditorA, auditorB, criterion, kind);
    }
  }

  /**
   * Checks the rows against the questions judged, which were counted apart from them.
   *
   * @throws JobException with exit code 1, naming a criterion that does not add up
   */
  static void check(Dataset<Agreement> rows, Comparison comparison) {
    Map<Line, Long> counted = counted(rows);
    Jury jury = comparison.jury();
    for (Map.Entry<Pair, Long> each : comparison.judged().entrySet()) {
      Pair pair = each.getKey();
      for (String criterion : jury.shared(pair.a(), pair.b())) {
        for (String kind : KINDS) {
          Line line =
              new Line(
                  jury.auditors().get(pair.a()), jury.auditors().get(pair.b()), criterion, kind);
          require(line, counted.getOrDefault(line, 0L), each.getValue());
        }
      }
    }
  }

  /** Questions by line; -1 where the four counts do not add up. */
  private static Map<Line, Long> counted(Dataset<Agreement> rows) {
    Map<Line, Long> counted = new HashMap<>();
    for (Row row :
        rows.selectExpr("*", "split(segment, '=')[0] AS kind")
            .groupBy("auditorA", "auditorB", "criterion", "kind")
            .agg(
                expr(
                    "if(sum(n) = sum(bothPass + aOnlyFail + bOnlyFail + bothFail),"
                        + " sum(n + excluded), -1L)"))
            .collectAsList()) {
      counted.put(
          new Line(row.getString(0), row.getString(1), row.getString(2), row.getString(3)),
          row.getLong(4));
    }
    return counted;
  }

  private static void require(Line line, long counted, long judged) {
    if (counted != judged) {
      throw new JobException(
          ExitCode.INTERNAL,
          "agreement_not_conserved",
          "The comparison does not add up: %s: %d of %d questions".formatted(line, counted, judged),
          "nothing was written; report this with the audits table");
    }
  }
}
