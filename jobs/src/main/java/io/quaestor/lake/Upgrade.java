package io.quaestor.lake;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * Brings the tables of an older layout up to date: new columns are added, empty, behind those there
 * are, and conditions become the current ones. No row is written again; doing it twice does no
 * harm.
 */
final class Upgrade {
  private final Lake lake;
  private final SparkSession spark;

  Upgrade(Lake lake) {
    this.lake = lake;
    this.spark = lake.spark();
  }

  void execute() {
    for (Table<?> table : Tables.all()) {
      if (lake.exists(table)) {
        columns(table);
        condition(table);
      }
    }
  }

  private <T extends Record> void columns(Table<T> table) {
    spark
        .createDataFrame(List.of(), new RowMapping<>(table.row()).tableSchema())
        .write()
        .format("delta")
        .mode("append")
        .option("mergeSchema", true)
        .save(lake.path(table));
  }

  private void condition(Table<?> table) {
    String name = table.name() + "_rows";
    String now =
        properties(table).get("delta.constraints." + name.toLowerCase(java.util.Locale.ROOT));
    if (table.check() == null || table.check().equals(now)) {
      return;
    }
    String target = "ALTER TABLE delta.`%s` ".formatted(lake.path(table));
    spark.sql(target + "DROP CONSTRAINT IF EXISTS " + name);
    spark.sql(target + "ADD CONSTRAINT %s CHECK (%s)".formatted(name, table.check()));
  }

  private Map<String, String> properties(Table<?> table) {
    return spark
        .sql("DESCRIBE DETAIL delta.`%s`".formatted(lake.path(table)))
        .select(col("properties"))
        .head()
        .getJavaMap(0);
  }
}
