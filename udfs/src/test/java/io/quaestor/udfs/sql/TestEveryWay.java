package io.quaestor.udfs.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A function is the same in Java, in SQL however Spark runs it, and over partitions of rows. */
class TestEveryWay {
  private static final int ROWS = 100;
  private static final int LENGTH = 40;

  static Stream<String> functions() {
    return Catalogue.all().stream().filter(f -> !f.isTally()).map(Definition::name);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void resultsAreThoseOfJava(String name) {
    List<Row> expected =
        LongStream.range(0, ROWS).mapToObj(seed -> result(name, seed, LENGTH)).toList();
    Dataset<Row> arguments = rows(name, ROWS, LENGTH);
    for (Sql.Mode mode : Sql.Mode.values()) {
      List<Row> actual = mode.run(() -> arguments.selectExpr(call(name)).collectAsList());
      for (int i = 0; i < ROWS; i++) {
        assertEquals(expected.get(i), actual.get(i), name + " " + mode + " of arguments " + i);
      }
    }
    StructType schema = schema(List.of(field("result", Catalogue.get(name).dataType())));
    assertEquals(
        expected,
        Sql.SPARK
            .range(0, ROWS, 1, 2)
            .mapPartitions(
                (MapPartitionsFunction<Long, Row>) ids -> results(name, ids), Encoders.row(schema))
            .collectAsList());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void nothingMakesItThrow(String name) {
    Sql.Mode.COMPILED.run(() -> rows(name, 3, 1_000_000).selectExpr(call(name)).collectAsList());
    String nulls =
        Catalogue.get(name).arguments().stream().map(a -> "NULL").collect(Collectors.joining(", "));
    Sql.SPARK.sql("SELECT %s(%s)".formatted(name, nulls)).collectAsList();
  }

  private static Iterator<Row> results(String name, Iterator<Long> seeds) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return seeds.hasNext();
      }

      @Override
      public Row next() {
        return result(name, seeds.next(), LENGTH);
      }
    };
  }

  private static Row result(String name, long seed, int longest) {
    Definition function = Catalogue.get(name);
    Object result = function.invoke(new Arguments(seed, longest).of(function));
    return RowFactory.create(Arguments.external(result));
  }

  /** Kept out of the optimizer's sight, so that nothing is computed while planning. */
  private static Dataset<Row> rows(String name, int rows, int longest) {
    Definition function = Catalogue.get(name);
    List<Row> arguments =
        LongStream.range(0, rows)
            .mapToObj(seed -> new Arguments(seed, longest).of(function))
            .map(values -> RowFactory.create(Stream.of(values).map(Arguments::external).toArray()))
            .toList();
    List<StructField> fields =
        function.arguments().stream().map(a -> field(a.name(), SqlTypes.of(a.type()))).toList();
    return Sql.SPARK.createDataFrame(
        new JavaSparkContext(Sql.SPARK.sparkContext()).parallelize(arguments, 2), schema(fields));
  }

  private static String call(String name) {
    return Catalogue.get(name).arguments().stream()
        .map(Argument::name)
        .collect(Collectors.joining(", ", name + "(", ")"));
  }

  private static StructField field(String name, DataType type) {
    return DataTypes.createStructField(name, type, true);
  }

  private static StructType schema(List<StructField> fields) {
    return DataTypes.createStructType(fields);
  }
}
