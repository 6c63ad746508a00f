package io.quaestor.topics;

import io.quaestor.llm.Prices;
import io.quaestor.llm.Usage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What asking for topics would send.
 *
 * @param lines for people
 * @param counts for programs
 */
public record TopicsPlan(List<String> lines, Map<String, Long> counts) {
  private static final int SHOWN = 40;

  /** Sums over all asks, whether or not the ledger has an answer already. */
  static TopicsPlan of(Dataset<PlannedAsk> asks, Prices prices, LocalDate day) {
    List<Row> units =
        asks.groupBy("unitId")
            .agg(
                Map.of(
                    "*", "count", "passages", "sum", "inputTokens", "sum", "outputTokens", "sum"))
            .select("unitId", "count(1)", "sum(passages)", "sum(inputTokens)", "sum(outputTokens)")
            .orderBy("unitId")
            .collectAsList();
    List<String> lines = new ArrayList<>(List.of("unit, passages, asks, tokens in"));
    units.stream()
        .limit(SHOWN)
        .map(
            u ->
                "%s, %,d, %,d, %,d"
                    .formatted(u.getString(0), u.getLong(2), u.getLong(1), u.getLong(3)))
        .forEach(lines::add);
    if (units.size() > SHOWN) {
      lines.add("... and %,d units more".formatted(units.size() - SHOWN));
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("units", (long) units.size());
    List<String> names = List.of("asks", "chunks", "input", "output");
    for (int i = 0; i < names.size(); i++) {
      int at = i + 1;
      counts.put(names.get(i), units.stream().mapToLong(unit -> unit.getLong(at)).sum());
    }
    BigDecimal cost = prices.cost(new Usage(counts.get("input"), counts.get("output"), 0, 0), day);
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d asks over %,d passages; about %,d tokens in and %,d out, $%.4f at list prices; what"
                + " is in the ledger is not asked again",
            counts.get("asks"),
            counts.get("chunks"),
            counts.get("input"),
            counts.get("output"),
            cost));
    return new TopicsPlan(lines, counts);
  }
}
