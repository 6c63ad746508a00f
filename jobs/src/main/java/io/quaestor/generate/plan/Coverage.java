package io.quaestor.generate.plan;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.sum;

import io.quaestor.conf.PlanConf;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What one topic of the corpus has and lacks: source, and questions that nobody has withdrawn.
 *
 * @param chunks chunks of current documents
 * @param tokens estimated tokens in them
 * @param questions questions of any pipeline, pending ones included
 * @param lackingTypes types that the pipeline makes and the topic has no question of
 * @param lackingDifficulties likewise
 */
public record Coverage(
    String unitId,
    String topic,
    long chunks,
    long tokens,
    long questions,
    List<String> lackingTypes,
    List<String> lackingDifficulties) {

  /** One row for each topic of the source, by unit and topic. */
  public static Dataset<Coverage> of(Lake lake, Source source, PlanConf plan) {
    Dataset<Row> topics =
        source
            .sizes()
            .groupBy("unitId", "topic")
            .agg(count(lit(1)).as("chunks"), sum("tokens").as("tokens"));
    Dataset<Row> asked =
        lake.read(Tables.QUESTIONS)
            .filter(not(col("reviewStatus").isin("rejected", "archived", "stale")))
            .groupBy("unitId", "topic")
            .agg(
                count(lit(1)).as("questions"),
                collect_set("type").as("types"),
                collect_set("difficulty").as("difficulties"));
    return topics
        .join(asked, new String[] {"unitId", "topic"}, "left_outer")
        .select(
            col("unitId"),
            col("topic"),
            col("chunks"),
            col("tokens"),
            coalesce(col("questions"), lit(0L)).as("questions"),
            lacking(plan.types(), "types").as("lackingTypes"),
            lacking(plan.difficulties(), "difficulties").as("lackingDifficulties"))
        .orderBy("unitId", "topic")
        .as(RecordEncoder.of(Coverage.class));
  }

  private static Column lacking(Map<String, Double> wanted, String has) {
    Column all =
        array(
            wanted.entrySet().stream()
                .filter(share -> share.getValue() > 0)
                .map(share -> lit(share.getKey()))
                .toArray(Column[]::new));
    Column present = coalesce(col(has), array().cast("array<string>"));
    return sort_array(array_except(all, present));
  }
}
