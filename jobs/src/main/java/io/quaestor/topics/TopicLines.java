package io.quaestor.topics;

import static org.apache.spark.sql.functions.col;

import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/** The topics of each unit as a table for people. */
public final class TopicLines {
  private static final int UNITS = 40;

  private TopicLines() {}

  /**
   * One part per unit: its topics with the number of passages that teach each, then the headings
   * that passages without a topic keep.
   *
   * @param unit null for all, of which the first forty are shown
   */
  public static List<String> of(Lake lake, String unit) {
    Dataset<Topic> all = lake.read(Tables.TOPICS);
    List<String> units =
        (unit == null ? all : all.filter(col("unitId").equalTo(unit)))
            .select("unitId")
            .distinct()
            .orderBy("unitId")
            .limit(UNITS + 1)
            .as(Encoders.STRING())
            .collectAsList();
    List<String> shown = units.stream().limit(UNITS).toList();
    var byUnit =
        all
            .filter(col("unitId").isin(shown.toArray()))
            .orderBy("unitId", "ordinal")
            .collectAsList()
            .stream()
            .collect(Collectors.groupingBy(Topic::unitId));
    List<String> lines = new ArrayList<>();
    shown.forEach(name -> lines.addAll(lines(name, byUnit.get(name))));
    if (units.size() > UNITS) {
      lines.add("... and more units; see `quaestor sql \"SELECT * FROM topics\"`");
    }
    return lines;
  }

  private static List<String> lines(String unit, List<Topic> topics) {
    List<String> lines = new ArrayList<>(List.of(unit));
    for (Topic topic : topics) {
      String kept = topic.source().equals(MergeUnit.HEADING) ? "  (no topic; its heading)" : "";
      lines.add("  %3d  %s%s".formatted(topic.chunkIds().size(), topic.topic(), kept));
    }
    return lines;
  }
}
