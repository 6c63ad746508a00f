package io.quaestor.export;

import static org.apache.spark.sql.functions.col;

import io.quaestor.ExitCode;
import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.lake.Lake;
import io.quaestor.lake.UnitName;
import io.quaestor.tables.Question;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Writes questions for others, in the order of unit, batch and slot. They pass one at a time, so
 * that the heap does not grow with their number.
 */
public final class ExportJob {
  /** Questions that are in memory at once. */
  private static final long AT_ONCE = 2_000;

  private static final Column[] ORDER = {
    col("unit_id"), col("batch_id"), col("slot"), col("question_id")
  };

  private final Lake lake;
  private final ExportOptions options;
  private final Map<String, Long> counts = new LinkedHashMap<>();

  public ExportJob(Lake lake, ExportOptions options) {
    this.lake = lake;
    this.options = options;
  }

  /**
   * Writes the file; until it is whole it has another name.
   *
   * @return counts {@code selected = exported + left_out}; for what is left out a count by reason,
   *     and {@code without_...} for what the format could not hold of questions that are there;
   *     partial when something is left out
   * @throws JobException with exit code 2 when the file exists or cannot be written, or there is no
   *     such unit
   */
  public JobOutcome execute() {
    lake.spark().sparkContext().setJobDescription("export: " + options.format());
    UnitName.require(lake, options.selection().unit());
    Dataset<Row> rows = options.selection().of(lake);
    long selected = rows.count();
    counts.put("selected", selected);
    counts.put("exported", selected);
    counts.put("left_out", 0L);
    try {
      write(sorted(rows, selected));
    } catch (IOException | IllegalArgumentException e) {
      throw new JobException(
          ExitCode.INPUT,
          "file_unwritable",
          "Cannot write %s: %s".formatted(options.out(), e.getMessage()),
          "name another file",
          e);
    }
    String status = counts.get("left_out") == 0 ? JobOutcome.COMPLETE : JobOutcome.PARTIAL;
    return new JobOutcome(status, counts, true, options.out());
  }

  /** In parts that fit into memory, each after the one before. */
  private static Dataset<Row> sorted(Dataset<Row> rows, long count) {
    int parts = (int) (count / AT_ONCE + 1);
    return rows.repartitionByRange(parts, ORDER).sortWithinPartitions(ORDER);
  }

  private void write(Dataset<Row> rows) throws IOException {
    NewFile file = new NewFile(options.out(), lake.spark().sparkContext().hadoopConfiguration());
    if (file.exists() && !options.overwrite()) {
      throw JobException.input(
          "file_exists",
          "%s is there already".formatted(options.out()),
          "name another file, or add --overwrite");
    }
    boolean whole = false;
    try {
      if (options.format() == Format.PARQUET) {
        rows.write().mode("overwrite").parquet(file.unnamed().toString());
      } else {
        try (OutputStream out = file.open()) {
          write(rows, out);
        }
      }
      whole = true;
    } finally {
      if (!whole) {
        file.discard();
      }
    }
    file.name();
  }

  private void write(Dataset<Row> rows, OutputStream bytes) throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    switch (options.format()) {
      case JSONL, JSON, CSV -> FullRecords.write(rows, options.format(), out);
      case GIFT -> items(rows, new GiftWriter(out));
      case MOODLE_XML -> items(rows, new MoodleXmlWriter(out));
      case ANKI -> items(rows, new AnkiWriter(out));
      case QTI -> items(rows, new QtiWriter(bytes));
      case PARQUET -> throw new IllegalStateException("Spark writes it");
    }
    out.flush();
  }

  private void items(Dataset<Row> rows, QuestionWriter writer) throws IOException {
    writer.begin();
    Iterator<Question> questions = lake.typed(rows, Question.class).toLocalIterator();
    while (questions.hasNext()) {
      Item item = Item.of(questions.next());
      String problem = item.problem() == null ? writer.problem(item) : item.problem();
      if (problem != null) {
        counts.merge("exported", -1L, Long::sum);
        counts.merge("left_out", 1L, Long::sum);
        counts.merge("left_out_" + problem, 1L, Long::sum);
      } else {
        writer.write(item).forEach(lost -> counts.merge("without_" + lost, 1L, Long::sum));
        if (!item.isClean()) {
          counts.merge("without_control_characters", 1L, Long::sum);
        }
      }
    }
    writer.end();
  }
}
