package io.quaestor.generate.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Coverage in a page.
 *
 * @param lines for people, at most {@link #SHOWN} topics
 * @param counts for programs
 */
public record CoverageSummary(List<String> lines, Map<String, Long> counts) {
  private static final int SHOWN = 40;

  public static CoverageSummary of(Dataset<Coverage> coverage) {
    Dataset<Coverage> kept = coverage.persist();
    List<String> lines = new ArrayList<>();
    lines.add("unit, topic, chunks, questions, lacking types, lacking difficulties");
    kept.takeAsList(SHOWN).forEach(topic -> lines.add(line(topic)));
    Row sums =
        kept.selectExpr(
                "count(*)",
                "count_if(questions = 0)",
                "coalesce(sum(size(lackingTypes)), 0)",
                "coalesce(sum(size(lackingDifficulties)), 0)")
            .head();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("topics", sums.getLong(0));
    counts.put("topics_without_questions", sums.getLong(1));
    counts.put("lacking_types", sums.getLong(2));
    counts.put("lacking_difficulties", sums.getLong(3));
    if (sums.getLong(0) > SHOWN) {
      lines.add("... and %,d topics more".formatted(sums.getLong(0) - SHOWN));
    }
    kept.unpersist();
    return new CoverageSummary(lines, counts);
  }

  private static String line(Coverage topic) {
    return "%s, %s, %d, %d, %s, %s"
        .formatted(
            topic.unitId(),
            topic.topic(),
            topic.chunks(),
            topic.questions(),
            words(topic.lackingTypes()),
            words(topic.lackingDifficulties()));
  }

  private static String words(List<String> names) {
    return names.isEmpty() ? "none" : String.join(" ", names);
  }
}
