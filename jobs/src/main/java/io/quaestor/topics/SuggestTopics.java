package io.quaestor.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import io.quaestor.JobContext;
import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.conf.ModelConf;
import io.quaestor.conf.TopicsConf;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.lake.UnitName;
import io.quaestor.llm.Ask;
import io.quaestor.llm.AskFactory;
import io.quaestor.llm.Prices;
import io.quaestor.llm.Reply;
import io.quaestor.prompt.Prompt;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.Topic;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Topics of each unit: a model names them over the unit's passages, code merges the names.
 *
 * <p>Reads {@code documents} and {@code chunks}; replaces the rows of {@code topics} of the units
 * in scope. The chunks keep their headings as they are.
 */
public final class SuggestTopics {
  private final JobContext context;
  private final TopicsOptions options;
  private final TopicsConf conf;
  private final String model;
  private final Prompt prompt;

  /**
   * @throws JobException when there is no such unit or model, or no corpus
   */
  public SuggestTopics(JobContext context, TopicsOptions options) {
    this.context = context;
    this.options = options;
    this.conf = context.home().topics();
    this.model = options.model() == null ? conf.suggest().model() : options.model();
    this.prompt = context.home().prompt(conf.suggest().prompt());
    UnitName.require(context.lake(), options.unit());
    if (context.lake().read(Tables.CHUNKS).isEmpty()) {
      throw JobException.input(
          "empty_corpus",
          "The warehouse %s has no chunks".formatted(context.lake().root()),
          "run `quaestor ingest PATH...` first");
    }
    if (!context.home().conf().models().containsKey(model)) {
      throw JobException.input(
          "unknown_model",
          "There is no model %s".formatted(model),
          "use one of %s".formatted(context.home().conf().models().keySet()));
    }
  }

  /**
   * What would be asked, and at most for how much; nothing is.
   *
   * @param day whose list prices count
   */
  public TopicsPlan plan(LocalDate day) {
    ModelConf asked = context.home().conf().models().get(model);
    String schema = context.home().schemas().get(conf.suggest().schema());
    Dataset<PlannedAsk> asks =
        batches()
            .map(
                new ToPlannedAsk(asks(), schema, asked, conf.maxTopics()),
                RecordEncoder.of(PlannedAsk.class));
    return TopicsPlan.of(asks, Prices.of(asked), day);
  }

  public JobOutcome execute() {
    Lake lake = context.lake();
    Dataset<TopicBatch> batches = lake.settled(batches());
    Dataset<Reply> replies =
        context.ledger().answer(batches.map(asks(), RecordEncoder.of(Ask.class)));
    Dataset<Suggested> suggested =
        lake.settled(
            batches
                .joinWith(replies, batches.col("batchId").equalTo(replies.col("subjectId")))
                .map(new ReadReply(conf.maxTopics()), RecordEncoder.of(Suggested.class)));
    Dataset<Topic> topics =
        lake.settled(
            suggested
                .groupByKey((MapFunction<Suggested, String>) Suggested::unitId, Encoders.STRING())
                .flatMapGroups(
                    new MergeUnit(conf.mergeCosine(), model, prompt.version()),
                    RecordEncoder.of(Topic.class)));
    Map<String, Long> counts = counts(suggested, topics);
    boolean changed = write(topics);
    boolean whole = counts.get("asks_failed") == 0;
    return new JobOutcome(whole ? JobOutcome.COMPLETE : JobOutcome.PARTIAL, counts, changed, null);
  }

  private TopicAsks asks() {
    AskFactory factory = new AskFactory(context.home().conf(), context.home().schemas());
    return new TopicAsks(factory, conf, model, prompt);
  }

  private Dataset<TopicBatch> batches() {
    Dataset<Row> current =
        context
            .lake()
            .read(Tables.DOCUMENTS)
            .filter("current AND status = 'ready'")
            .select("documentId", "path");
    Dataset<Row> chunks = context.lake().read(Tables.CHUNKS).toDF().join(current, "documentId");
    Column[] fields =
        Arrays.stream(RecordEncoder.of(Chunk.class).schema().fieldNames())
            .map(org.apache.spark.sql.functions::col)
            .toArray(Column[]::new);
    return (options.unit() == null ? chunks : chunks.filter(col("unitId").equalTo(options.unit())))
        .select(col("path"), struct(fields).as("chunk"))
        .as(RecordEncoder.of(Placed.class))
        .groupByKey((MapFunction<Placed, String>) it -> it.chunk().unitId(), Encoders.STRING())
        .flatMapSortedGroups(
            new Column[] {col("path"), col("chunk.ordinal")},
            new ToBatches(conf.batchTokens()),
            RecordEncoder.of(TopicBatch.class));
  }

  private boolean write(Dataset<Topic> topics) {
    Column scope = options.unit() == null ? lit(true) : col("unit_id").equalTo(options.unit());
    return context.lake().renew(Tables.TOPICS, topics, scope);
  }

  /** Every chunk asked about is covered by a suggested topic or keeps its heading. */
  private static Map<String, Long> counts(Dataset<Suggested> suggested, Dataset<Topic> topics) {
    Row asked =
        suggested
            .selectExpr(
                "count(DISTINCT unitId)",
                "count(*)",
                "count(failure)",
                "coalesce(sum(size(passages)), 0)",
                "coalesce(sum(size(names)), 0)",
                "coalesce(sum(ignored), 0)")
            .head();
    Row kept =
        topics
            .selectExpr("source", "topicId", "explode(chunkIds) AS chunk")
            .groupBy()
            .agg(
                expr("count(DISTINCT topicId) FILTER (WHERE source = 'model')"),
                expr("count(DISTINCT chunk) FILTER (WHERE source = 'model')"),
                expr("count(DISTINCT chunk) FILTER (WHERE source = 'heading')"))
            .head();
    Map<String, Long> counts = new LinkedHashMap<>();
    List<String> names = List.of("units", "asks", "asks_failed", "chunks", "suggested", "ignored");
    names.forEach(name -> counts.put(name, asked.getLong(names.indexOf(name))));
    counts.put("topics", kept.getLong(0));
    counts.put("covered", kept.getLong(1));
    counts.put("missing", kept.getLong(2));
    if (counts.get("chunks") != counts.get("covered") + counts.get("missing")) {
      throw new IllegalStateException("The topics do not add up: " + counts);
    }
    return counts;
  }
}
