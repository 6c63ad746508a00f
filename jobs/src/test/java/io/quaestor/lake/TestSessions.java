package io.quaestor.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quaestor.TestSession;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSessions {
  private final SparkSession spark = TestSession.spark();

  @Test
  void ourFunctionsWorkOnTablesOfDelta(@TempDir Path folder) {
    String table = "delta.`" + folder.resolve("stems") + "`";
    spark.sql("CREATE TABLE " + table + " (stem STRING) USING delta");
    spark.sql("INSERT INTO " + table + " VALUES ('1 + __ = 3'), ('« Le chat. »')");
    spark.sql("UPDATE " + table + " SET stem = normalise_text(stem) WHERE blank_count(stem) = 0");
    List<Row> stems = spark.sql("SELECT stem FROM " + table + " ORDER BY stem").collectAsList();
    assertEquals(List.of(RowFactory.create("1 + __ = 3"), RowFactory.create("le chat")), stems);
  }
}
