package io.quaestor.outside;

import io.quaestor.JobException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/**
 * The first line of a CSV file.
 *
 * @param delimiter comma, semicolon or tab: the one that makes most columns
 * @param columns in lower case, without spaces around them
 */
record CsvHeader(char delimiter, List<String> columns) {

  static CsvHeader of(SparkSession spark, OutsideFile file) {
    List<String> first = OutsideRows.plainPaths(spark.read()).textFile(file.uri()).takeAsList(1);
    if (first.isEmpty() || first.get(0).isBlank()) {
      throw JobException.input(
          "no_header",
          "The first line of %s names no columns".formatted(RawRow.shown(file.uri())),
          "put the names of the columns there");
    }
    String line = first.get(0);
    char delimiter =
        Stream.of(',', ';', '\t')
            .max(Comparator.comparingLong(c -> line.chars().filter(at -> at == c).count()))
            .orElseThrow();
    String[] columns =
        spark
            .read()
            .option("header", true)
            .option("sep", String.valueOf(delimiter))
            .csv(spark.createDataset(List.of(line), Encoders.STRING()))
            .columns();
    return new CsvHeader(
        delimiter,
        Arrays.stream(columns).map(name -> name.strip().toLowerCase(Locale.ROOT)).toList());
  }
}
