package io.quaestor.outside;

import static org.apache.spark.sql.functions.expr;

import io.quaestor.lake.RecordEncoder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The records of text files with the lines they begin on, {@code file, number, lines, text}, also
 * when a quoted field goes over several lines and a file is read in many parts.
 *
 * <p>A first pass asks every part how many lines it has and whether it ends inside a quoted field;
 * from that the driver knows where each begins. Blank lines are counted and no records.
 */
final class NumberedRecords {
  private NumberedRecords() {}

  static Dataset<Row> of(SparkSession spark, List<String> files, Quoting quoting) {
    Dataset<TextLine> lines =
        OutsideRows.plainPaths(spark.read())
            .text(files.toArray(String[]::new))
            .selectExpr(
                "_metadata.file_path AS file",
                "_metadata.file_block_start AS block",
                "value AS text")
            .as(RecordEncoder.of(TextLine.class));
    BlockStarts starts =
        new BlockStarts(
            lines
                .mapPartitions(new Summaries(quoting), RecordEncoder.of(Block.class))
                .collectAsList());
    Dataset<Row> pieces =
        lines.mapPartitions(new CutRecords(quoting, starts), RecordEncoder.of(Piece.class)).toDF();
    return (starts.anyOpen() ? joined(pieces) : pieces.drop("line")).where("text rlike '\\\\S'");
  }

  private static Dataset<Row> joined(Dataset<Row> pieces) {
    return pieces
        .groupBy("file", "number")
        .agg(
            expr("sum(lines) AS lines"),
            expr(
                "array_join(transform(sort_array(collect_list(struct(line, text))), p -> p.text),"
                    + " '\\n') AS text"));
  }

  private record Summaries(Quoting quoting) implements MapPartitionsFunction<TextLine, Block> {
    @Override
    public Iterator<Block> call(Iterator<TextLine> lines) {
      List<Block> blocks = new ArrayList<>();
      Block at = null;
      while (lines.hasNext()) {
        TextLine line = lines.next();
        if (at == null || !at.holds(line)) {
          at = Block.empty(line);
          blocks.add(at);
        }
        at = at.and(line.text(), quoting);
        blocks.set(blocks.size() - 1, at);
      }
      return blocks.iterator();
    }
  }
}
