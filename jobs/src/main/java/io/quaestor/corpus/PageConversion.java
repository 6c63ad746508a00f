package io.quaestor.corpus;

import static org.apache.spark.sql.functions.col;

import io.quaestor.JobContext;
import io.quaestor.JobException;
import io.quaestor.conf.ConvertConf;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.llm.Ask;
import io.quaestor.llm.AskFactory;
import io.quaestor.llm.Reply;
import io.quaestor.tables.Conversion;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a model write every page of the PDFs as Markdown, and keeps those it did not change.
 *
 * <p>What is used becomes part of what the document is: its id, and with it those of its chunks, is
 * derived from the Markdown as well. An ingest without a model therefore reads the document as it
 * is without, as another version, and back again; neither asks anything twice. The Markdown that is
 * used passes through the driver.
 */
public final class PageConversion {
  private static final Logger LOG = LoggerFactory.getLogger(PageConversion.class);
  private static final int SHOWN = 20;

  private final JobContext context;
  private final ConvertConf conf;
  private final String model;
  private final ConvertAsks asks;

  /**
   * @param model alias
   * @throws JobException when there is no such model
   */
  public PageConversion(JobContext context, String model) {
    if (!context.home().conf().models().containsKey(model)) {
      throw JobException.input(
          "unknown_model",
          "There is no model %s".formatted(model),
          "use one of %s".formatted(context.home().conf().models().keySet()));
    }
    this.context = context;
    this.conf = context.home().convert();
    this.model = model;
    AskFactory factory = new AskFactory(context.home().conf(), context.home().schemas());
    this.asks =
        new ConvertAsks(
            factory, conf.convert(), model, context.home().prompt(conf.convert().prompt()));
  }

  /**
   * Files with the pages to use.
   *
   * @param counts {@code pages = pages_used + pages_kept}, of which {@code pages_unanswered} were
   *     kept for want of an answer
   * @param changed whether the table {@code conversions} was
   */
  record Converted(List<Batch.Task> tasks, Map<String, Long> counts, boolean changed) {

    static Converted none(List<Batch.Task> tasks) {
      return new Converted(tasks, Map.of(), false);
    }

    boolean isWhole() {
      return counts.getOrDefault("pages_unanswered", 0L) == 0;
    }
  }

  Converted execute(List<Batch.Task> tasks, Configuration hadoop) {
    Lake lake = context.lake();
    Dataset<RawPage> raw = lake.settled(pages(tasks, hadoop));
    Dataset<Reply> replies =
        context
            .ledger()
            .answer(raw.filter(col("text").notEqual("")).map(asks, RecordEncoder.of(Ask.class)));
    Dataset<ConvertedPage> pages =
        lake.settled(
            raw.joinWith(replies, raw.col("pageId").equalTo(replies.col("subjectId")), "left_outer")
                .map(new MeasurePage(conf.maxChange()), RecordEncoder.of(ConvertedPage.class)));
    warn(pages);
    List<Batch.Task> converted = converted(tasks, pages);
    return new Converted(converted, counts(pages), write(pages, converted));
  }

  private Dataset<RawPage> pages(List<Batch.Task> tasks, Configuration hadoop) {
    Lake lake = context.lake();
    int cores = lake.spark().sparkContext().defaultParallelism();
    List<Batch> batches =
        Batch.spread(
            tasks.stream().filter(Batch.Task::isPdf).toList(), cores * Ingest.BATCHES_PER_CORE);
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
    SerializableConfiguration files = new SerializableConfiguration(hadoop);
    return lake.spark()
        .createDataset(
            spark
                .parallelize(batches, Math.max(1, batches.size()))
                .mapPartitions(new ReadPages(context.home().conf().corpus(), files))
                .rdd(),
            RecordEncoder.of(RawPage.class));
  }

  private static List<Batch.Task> converted(List<Batch.Task> tasks, Dataset<ConvertedPage> pages) {
    Map<String, TreeMap<Integer, String>> used = new HashMap<>();
    for (Row row :
        pages
            .filter(col("used"))
            .select(col("raw.sourceUri"), col("raw.page"), col("markdown"))
            .collectAsList()) {
      used.computeIfAbsent(row.getString(0), uri -> new TreeMap<>())
          .put(row.getInt(1), row.getString(2));
    }
    return tasks.stream()
        .map(task -> task.with(used.getOrDefault(task.file().sourceUri(), new TreeMap<>())))
        .toList();
  }

  private boolean write(Dataset<ConvertedPage> pages, List<Batch.Task> tasks) {
    HashMap<String, String> conversions = new HashMap<>();
    tasks.forEach(task -> conversions.put(task.file().sourceUri(), task.conversion()));
    Dataset<Conversion> rows =
        context
            .lake()
            .settled(
                pages
                    .map(new ToRow(conversions, model), RecordEncoder.of(Conversion.class))
                    .dropDuplicates("conversionId"));
    List<String> documents =
        rows.select("documentId").distinct().as(Encoders.STRING()).collectAsList();
    return context
        .lake()
        .renew(Tables.CONVERSIONS, rows, col("document_id").isin(documents.toArray()));
  }

  /**
   * @param conversions file to the conversion that is part of its document's id, null for none
   */
  private record ToRow(HashMap<String, String> conversions, String model)
      implements MapFunction<ConvertedPage, Conversion> {
    @Override
    public Conversion call(ConvertedPage page) {
      RawPage raw = page.raw();
      String conversion = conversions.get(raw.sourceUri());
      return page.row(FileReader.documentId(raw.path(), raw.sha256(), conversion), model);
    }
  }

  private static void warn(Dataset<ConvertedPage> pages) {
    for (Row row :
        pages
            .filter(col("used").equalTo(false))
            .select(col("raw.path"), col("raw.page"), col("reason"), col("added"), col("dropped"))
            .orderBy("path", "page")
            .limit(SHOWN)
            .collectAsList()) {
      LOG.warn(
          "{}, page {}: not used as converted ({}; {} words added, {} dropped)",
          row.get(0),
          row.get(1),
          row.get(2),
          row.get(3),
          row.get(4));
    }
  }

  private static Map<String, Long> counts(Dataset<ConvertedPage> pages) {
    Row sums =
        pages
            .selectExpr(
                "count(*)",
                "count_if(used)",
                "count_if(NOT used)",
                "count_if(startswith(reason, 'call_'))")
            .head();
    Map<String, Long> counts = new LinkedHashMap<>();
    List<String> names = List.of("pages", "pages_used", "pages_kept", "pages_unanswered");
    names.forEach(name -> counts.put(name, sums.getLong(names.indexOf(name))));
    return counts;
  }
}
