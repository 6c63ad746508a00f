package io.quaestor.agree;

import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.quaestor.agree.Jury.Pair;
import io.quaestor.udfs.text.Hashes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which verdicts are compared.
 *
 * @param id the same for the same auditors, verdicts and segments, whatever their order in storage
 * @param judged by pair, the questions both judged, scored or not
 */
record Comparison(String id, Jury jury, Map<Pair, Long> judged) {

  static Comparison of(List<String> auditors, Slots slots, Dataset<Row> cells) {
    List<Pair> pairs = new Jury(auditors, slots, List.of()).pairs();
    List<Column> columns = new ArrayList<>();
    columns.add(bit_xor(col("digest2")));
    for (int i = 0; i < auditors.size(); i++) {
      columns.add(coalesce(bit_or(when(judged(i), code(i))), lit(0L)));
    }
    for (Pair pair : pairs) {
      columns.add(
          coalesce(sum(when(judged(pair.a()).and(judged(pair.b())), col("questions"))), lit(0L)));
    }
    Row row = cells.agg(bit_xor(col("digest1")), columns.toArray(Column[]::new)).head();
    List<Long> asked = new ArrayList<>();
    for (int i = 0; i < auditors.size(); i++) {
      asked.add(row.getLong(2 + i));
    }
    Map<Pair, Long> judged = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      judged.put(pair, row.getLong(2 + auditors.size() + judged.size()));
    }
    String id = Hashes.sha256(auditors + "\n" + slots + "\n" + row.get(0) + " " + row.get(1));
    return new Comparison(id.substring(0, 32), new Jury(auditors, slots, asked), judged);
  }

  /** Questions judged by both, over all pairs. */
  long judgedByBoth() {
    return judged.values().stream().mapToLong(Long::longValue).sum();
  }

  private static Column judged(int auditor) {
    return code(auditor).notEqual(Slots.NOT_JUDGED);
  }

  private static Column code(int auditor) {
    return col("codes").getItem(auditor);
  }
}
