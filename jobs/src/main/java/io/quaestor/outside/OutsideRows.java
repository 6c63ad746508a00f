package io.quaestor.outside;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_csv;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import io.quaestor.JobException;
import io.quaestor.lake.RecordEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The rows of outside files, whatever their format; columns not known are left out.
 *
 * @param known columns to read
 * @param required those a file with a header must have
 */
record OutsideRows(SparkSession spark, List<String> known, List<String> required) {
  private static final String CORRUPT = "_corrupt";
  private static final Map<String, String> PERMISSIVE =
      Map.of("mode", "PERMISSIVE", "columnNameOfCorruptRecord", CORRUPT);

  /** Names of files are names, not patterns. */
  static DataFrameReader plainPaths(DataFrameReader reader) {
    return reader.option("__globPaths__", "false");
  }

  /**
   * @throws JobException with exit code 2 when a file lacks a required column
   */
  Dataset<RawRow> of(List<OutsideFile> files) {
    return Stream.of(FileKind.values())
        .flatMap(kind -> of(kind, files.stream().filter(f -> f.kind() == kind).toList()))
        .reduce(Dataset::union)
        .orElseThrow()
        .as(RecordEncoder.of(RawRow.class));
  }

  private Stream<Dataset<Row>> of(FileKind kind, List<OutsideFile> files) {
    if (files.isEmpty()) {
      return Stream.empty();
    }
    return switch (kind) {
      case CSV -> csv(files);
      case JSONL -> Stream.of(jsonl(uris(files)));
      case PARQUET -> files.stream().map(this::parquet);
    };
  }

  private Stream<Dataset<Row>> csv(List<OutsideFile> files) {
    Map<CsvHeader, List<OutsideFile>> byHeader = new LinkedHashMap<>();
    for (OutsideFile file : files) {
      CsvHeader header = CsvHeader.of(spark, file);
      requireColumns(file, header.columns());
      byHeader.computeIfAbsent(header, any -> new ArrayList<>()).add(file);
    }
    return byHeader.entrySet().stream().map(each -> csv(each.getKey(), uris(each.getValue())));
  }

  private Dataset<Row> csv(CsvHeader header, List<String> files) {
    Quoting quoting = new Quoting(header.delimiter());
    Map<String, String> options = new LinkedHashMap<>(PERMISSIVE);
    options.put("sep", String.valueOf(header.delimiter()));
    options.put("escape", "\"");
    options.put("nullValue", "");
    options.put("multiLine", "true");
    Column unclosed =
        udf(new Unclosed(quoting), DataTypes.BooleanType).apply(col("text"), col("lines"));
    Dataset<Row> parsed =
        NumberedRecords.of(spark, files, quoting)
            .where("number > 1")
            .withColumn("unclosed", unclosed)
            .withColumn("fields", from_csv(col("text"), schema(header.columns()), options));
    return cells(
        parsed,
        header.columns(),
        "if(unclosed, 'unclosed_quote', if(fields.%s IS NULL, NULL, 'other_number_of_fields'))"
            .formatted(CORRUPT));
  }

  private Dataset<Row> jsonl(List<String> files) {
    Dataset<Row> parsed =
        NumberedRecords.of(spark, files, Quoting.NONE)
            .withColumn("fields", from_json(col("text"), schema(known), PERMISSIVE));
    return cells(
        parsed,
        known,
        "if(fields IS NULL OR fields.%s IS NOT NULL, 'no_json_object', NULL)".formatted(CORRUPT));
  }

  private Dataset<Row> parquet(OutsideFile file) {
    Dataset<Row> rows = plainPaths(spark.read()).parquet(file.uri());
    requireColumns(file, List.of(rows.columns()));
    StructField[] fields = rows.schema().fields();
    String cells =
        Arrays.stream(fields)
            .filter(field -> known.contains(field.name()))
            .map(OutsideRows::text)
            .collect(Collectors.joining(", "));
    return rows.selectExpr(
        "_metadata.file_path AS file",
        "_metadata.row_index + 1 AS number",
        filled("map(" + cells + ")"),
        "CAST(NULL AS STRING) AS problem");
  }

  private Dataset<Row> cells(Dataset<Row> parsed, List<String> columns, String problem) {
    String cells =
        columns.stream()
            .filter(known::contains)
            .map(name -> "'%1$s', fields.`%1$s`".formatted(name))
            .collect(Collectors.joining(", "));
    return parsed.selectExpr(
        "file", "number", filled("map(" + cells + ")"), problem + " AS problem");
  }

  private record Unclosed(Quoting quoting) implements UDF2<String, Long, Boolean> {
    @Override
    public Boolean call(String text, Long lines) {
      return lines > Piece.MOST_LINES || quoting.endsInside(text, false);
    }
  }

  private static String filled(String map) {
    return "map_filter(%s, (k, v) -> v IS NOT NULL AND trim(v) <> '') AS cells".formatted(map);
  }

  private static String text(StructField field) {
    boolean nested =
        Stream.of(ArrayType.class, MapType.class, StructType.class)
            .anyMatch(type -> type.isInstance(field.dataType()));
    return (nested ? "'%1$s', to_json(`%1$s`)" : "'%1$s', CAST(`%1$s` AS STRING)")
        .formatted(field.name());
  }

  private static Column schema(List<String> columns) {
    StructType schema = new StructType();
    for (String column : columns) {
      schema = schema.add(column, DataTypes.StringType);
    }
    return lit(schema.add(CORRUPT, DataTypes.StringType).toDDL());
  }

  private static List<String> uris(List<OutsideFile> files) {
    return files.stream().map(OutsideFile::uri).toList();
  }

  private void requireColumns(OutsideFile file, List<String> columns) {
    List<String> missing = required.stream().filter(name -> !columns.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw JobException.input(
          "missing_columns",
          "%s has no column %s; it has %s"
              .formatted(
                  RawRow.shown(file.uri()), String.join(", ", missing), String.join(", ", columns)),
          "name the columns %s in its first line".formatted(String.join(", ", required)));
    }
  }
}
