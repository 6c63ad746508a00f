package io.quaestor.lake;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Between typed rows (camelCase) and table rows (snake_case). */
final class RowMapping<T extends Record> {
  private final Class<T> type;
  private final StructType camel;
  private final StructType snake;

  RowMapping(Class<T> type) {
    this.type = type;
    this.camel = RecordEncoder.of(type).schema().asNullable();
    this.snake = SnakeCase.schema(camel);
  }

  /** The table's schema; everything in it is nullable, as Delta files are. */
  StructType tableSchema() {
    return snake;
  }

  Dataset<T> typed(Dataset<Row> rows) {
    return rows.select(columns(snake, camel)).as(RecordEncoder.of(type));
  }

  Dataset<Row> rows(Dataset<T> typed) {
    return typed.toDF().select(columns(camel, snake));
  }

  private static Column[] columns(StructType from, StructType to) {
    Column[] columns = new Column[from.fields().length];
    for (int i = 0; i < columns.length; i++) {
      StructField source = from.fields()[i];
      StructField target = to.fields()[i];
      columns[i] = col(source.name()).cast(target.dataType()).as(target.name());
    }
    return columns;
  }
}
