package io.quaestor.export;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.to_json;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Questions with all their columns, as text. */
final class FullRecords {
  private static final String JSON = "to_json(struct(*), map('ignoreNullFields', 'false'))";
  private static final String CSV =
      "to_csv(struct(*), map('escape', '\"', 'emptyValue', '', 'ignoreLeadingWhiteSpace', 'false',"
          + " 'ignoreTrailingWhiteSpace', 'false'))";

  private FullRecords() {}

  static void write(Dataset<Row> rows, Format format, Writer out) throws IOException {
    switch (format) {
      case CSV -> {
        out.write(String.join(",", rows.columns()) + "\n");
        lines(rows.select(cells(rows.schema())).selectExpr(CSV), "\n", out);
        out.write("\n");
      }
      case JSON -> {
        out.write("[\n");
        lines(rows.selectExpr(JSON), ",\n", out);
        out.write("\n]\n");
      }
      default -> {
        lines(rows.selectExpr(JSON), "\n", out);
        out.write("\n");
      }
    }
  }

  private static void lines(Dataset<Row> rows, String between, Writer out) throws IOException {
    Iterator<String> lines = rows.as(Encoders.STRING()).toLocalIterator();
    while (lines.hasNext()) {
      out.write(lines.next());
      if (lines.hasNext()) {
        out.write(between);
      }
    }
  }

  /** Lists and structures as JSON. */
  private static Column[] cells(StructType schema) {
    return Arrays.stream(schema.fields()).map(FullRecords::cell).toArray(Column[]::new);
  }

  private static Column cell(StructField field) {
    boolean nested =
        field.dataType() instanceof ArrayType
            || field.dataType() instanceof StructType
            || field.dataType() instanceof MapType;
    Column column = col(field.name());
    return nested ? to_json(column, Map.of("ignoreNullFields", "false")).as(field.name()) : column;
  }
}
