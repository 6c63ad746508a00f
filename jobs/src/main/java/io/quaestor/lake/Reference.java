package io.quaestor.lake;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A column of a table that holds keys of another table's rows: one, or a list of them.
 *
 * @param to the table whose key it holds
 * @param loss what becomes of a row when one that it names is deleted
 */
public record Reference(Table<?> from, String column, Table<?> to, Loss loss) {
  /** Those that a lost source makes {@code stale}; what a person turned down stays so. */
  public static final String SERVABLE = "review_status IN ('draft', 'approved')";

  /** Rows that may well name what is not there. */
  private static final Map<Loss, String> SOUND =
      Map.of(Loss.GOES, "true", Loss.STALE, SERVABLE + " AND pipeline <> 'import'");

  /** What becomes of a row. */
  public enum Loss {
    /** It is deleted too. */
    GOES,
    /** It is a question and stays, as {@code stale}. */
    STALE
  }

  /** A query for the rows that name what is not there, with the columns of {@code orphans}. */
  String orphans() {
    String named = "explode(%s)".formatted(isList() ? column : "array(%s)".formatted(column));
    return """
        SELECT '%1$s' AS table_name, row_id, '%3$s' AS column_name, missing_id
        FROM (SELECT %2$s AS row_id, %4$s AS missing_id FROM %1$s WHERE %5$s)
        LEFT ANTI JOIN %6$s AS parent ON missing_id = parent.%7$s
        WHERE missing_id IS NOT NULL"""
        .formatted(from.name(), from.key(), column, named, SOUND.get(loss), to.name(), to.key());
  }

  /** Whether the column holds a list of keys. */
  public boolean isList() {
    return new RowMapping<>(from.row()).tableSchema().apply(column).dataType()
        instanceof org.apache.spark.sql.types.ArrayType;
  }

  /** The same for several, over tables that stand under their names in the session. */
  public static String orphans(List<Reference> references) {
    return references.stream().map(Reference::orphans).collect(Collectors.joining("\nUNION ALL\n"));
  }
}
