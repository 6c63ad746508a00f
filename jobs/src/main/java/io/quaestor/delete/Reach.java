package io.quaestor.delete;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import io.quaestor.lake.Lake;
import io.quaestor.lake.Reference;
import io.quaestor.lake.Reference.Loss;
import io.quaestor.lake.References;
import io.quaestor.lake.Table;
import io.quaestor.lake.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * The rows that belong to something, found along the references; of the tables as they are, or as
 * they were.
 */
final class Reach {
  private static final String NAMED = "_named";
  private static final String THERE = "_there";

  private final Lake lake;
  private final Table<?> root;
  private final List<String> ids;
  private final Function<Table<?>, Dataset<Row>> rows;
  private final List<Table<?>> tables;
  private final Map<Table<?>, Dataset<Row>> keys = new HashMap<>();

  /**
   * @param ids keys of the root's rows
   * @param rows of a table, snake_case
   */
  Reach(Lake lake, Kind kind, List<String> ids, Function<Table<?>, Dataset<Row>> rows) {
    this.lake = lake;
    this.root = kind.table();
    this.ids = ids;
    this.rows = rows;
    this.tables = tables(root);
  }

  private static List<Table<?>> tables(Table<?> root) {
    Set<Table<?>> reached = new LinkedHashSet<>(List.of(root));
    References.all().stream()
        .filter(reference -> reference.loss() == Loss.GOES && reached.contains(reference.to()))
        .forEach(reference -> reached.add(reference.from()));
    return List.copyOf(reached);
  }

  /** Tables that may lose rows: each before those that are found through it. */
  List<Table<?>> tables() {
    return tables;
  }

  /** Whether rows of other tables are found through rows of this one: it has to go after them. */
  boolean leads(Table<?> table) {
    return table.equals(root) || References.all().stream().anyMatch(r -> r.to().equals(table));
  }

  /** A row for each that goes, of the columns that tell it from others. */
  Dataset<Row> going(Table<?> table) {
    if (table.equals(root)) {
      return rows.apply(table).select(table.key()).filter(col(table.key()).isin(ids.toArray()));
    }
    List<Reference> references = references(table, Loss.GOES);
    Column[] identity = identity(table);
    Dataset<Row> going =
        references.stream()
            .map(reference -> named(reference, rows.apply(table), identity))
            .reduce(Dataset::union)
            .orElseThrow();
    boolean once = references.size() == 1 && !references.get(0).isList();
    return once ? going : going.distinct();
  }

  /** Whole rows that go. */
  Dataset<Row> whole(Table<?> table) {
    return matching(rows.apply(table), going(table), "left_semi");
  }

  /** The rows that are among these, or with {@code left_anti} are not, by all columns of these. */
  static Dataset<Row> matching(Dataset<Row> all, Dataset<Row> these, String how) {
    Column same =
        Stream.of(these.columns())
            .map(column -> col("all." + column).eqNullSafe(col("these." + column)))
            .reduce(Column::and)
            .orElseThrow();
    return all.as("all").join(these.distinct().as("these"), same, how);
  }

  /** Questions that stay without their source: {@code question_id}. */
  Dataset<Row> stale() {
    Dataset<Row> questions = rows.apply(Tables.QUESTIONS).filter(Reference.SERVABLE);
    Column[] identity = {col(Tables.QUESTIONS.key())};
    Dataset<Row> stale =
        references(Tables.QUESTIONS, Loss.STALE).stream()
            .map(reference -> named(reference, questions, identity))
            .reduce(questions.select(identity).limit(0), Dataset::union)
            .distinct();
    return tables.contains(Tables.QUESTIONS)
        ? stale.join(
            keys(Tables.QUESTIONS), col(Tables.QUESTIONS.key()).equalTo(col(THERE)), "left_anti")
        : stale;
  }

  private List<Reference> references(Table<?> from, Loss loss) {
    return References.of(from, loss).stream().filter(r -> tables.contains(r.to())).toList();
  }

  private Dataset<Row> named(Reference reference, Dataset<Row> from, Column[] identity) {
    Column column = col(reference.column());
    List<Column> columns = new ArrayList<>(List.of(identity));
    columns.add((reference.isList() ? explode(column) : column).as(NAMED));
    return from.select(columns.toArray(Column[]::new))
        .join(keys(reference.to()), col(NAMED).equalTo(col(THERE)), "left_semi")
        .select(identity);
  }

  private Column[] identity(Table<?> table) {
    return Stream.concat(
            Stream.of(table.key()), references(table, Loss.GOES).stream().map(Reference::column))
        .distinct()
        .map(org.apache.spark.sql.functions::col)
        .toArray(Column[]::new);
  }

  /** Computed once: the rows are still found when those that led to them are gone. */
  private synchronized Dataset<Row> keys(Table<?> table) {
    Dataset<Row> known = keys.get(table);
    if (known == null) {
      known =
          table.equals(root)
              ? lake.spark().createDataset(ids, Encoders.STRING()).toDF(THERE)
              : lake.settled(going(table).select(col(table.key()).as(THERE)).distinct());
      keys.put(table, known);
    }
    return known;
  }
}
