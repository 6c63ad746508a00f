package io.quaestor.lake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;

/** Every table and view of a warehouse as a query that reads what is there when it is run. */
public final class NamedQueries {
  private final Lake lake;

  public NamedQueries(Lake lake) {
    this.lake = lake;
  }

  /**
   * A query under a name.
   *
   * @param sql Spark SQL; {@code overTables} says over what
   * @param schema what it gives
   * @param overTables whether it names other tables of the warehouse, not files
   */
  public record Named(String sql, StructType schema, boolean overTables) {}

  /** All names, tables first. */
  public static List<String> names() {
    return Stream.concat(
            Tables.all().stream().map(Table::name), View.all().stream().map(View::name))
        .toList();
  }

  /** The query under a name; empty when a warehouse has nothing called so. */
  public Optional<Named> find(String name) {
    Stream<Named> tables = Tables.all().stream().filter(t -> t.name().equals(name)).map(this::of);
    Stream<Named> views = View.all().stream().filter(v -> v.name().equals(name)).map(this::of);
    return Stream.concat(tables, views).findFirst();
  }

  private Named of(View view) {
    return new Named(view.query(), new RowMapping<>(view.row()).tableSchema(), true);
  }

  private Named of(Table<?> table) {
    StructType schema = new RowMapping<>(table.row()).tableSchema();
    return new Named(lake.exists(table) ? rows(table, schema) : none(schema), schema, false);
  }

  /** Column by column: a table that gains one later still fits its schema. */
  private String rows(Table<?> table, StructType schema) {
    String columns =
        Arrays.stream(schema.fieldNames())
            .map(NamedQueries::quoted)
            .collect(Collectors.joining(", "));
    return "SELECT %s FROM delta.%s".formatted(columns, quoted(lake.path(table)));
  }

  private static String none(StructType schema) {
    return "SELECT r.* FROM (SELECT CAST(NULL AS %s) AS r) WHERE false".formatted(schema.sql());
  }

  private static String quoted(String identifier) {
    return "`" + identifier.replace("`", "``") + "`";
  }
}
