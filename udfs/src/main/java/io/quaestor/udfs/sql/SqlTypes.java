package io.quaestor.udfs.sql;

import io.quaestor.udfs.agreement.raters.Category;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/** The SQL type of a Java type. */
final class SqlTypes {
  private static final Map<Class<?>, DataType> SCALARS =
      Map.ofEntries(
          Map.entry(String.class, DataTypes.StringType),
          Map.entry(Category.class, DataTypes.StringType),
          Map.entry(Boolean.class, DataTypes.BooleanType),
          Map.entry(boolean.class, DataTypes.BooleanType),
          Map.entry(Integer.class, DataTypes.IntegerType),
          Map.entry(int.class, DataTypes.IntegerType),
          Map.entry(Long.class, DataTypes.LongType),
          Map.entry(long.class, DataTypes.LongType),
          Map.entry(Double.class, DataTypes.DoubleType),
          Map.entry(double.class, DataTypes.DoubleType));

  private SqlTypes() {}

  /**
   * Records become structs, enumerations strings.
   *
   * @throws IllegalArgumentException when SQL has nothing like it
   */
  static DataType of(Type type) {
    Class<?> raw = raw(type);
    if (SCALARS.containsKey(raw)) {
      return SCALARS.get(raw);
    }
    if (raw.isEnum()) {
      return DataTypes.StringType;
    }
    if (raw == List.class) {
      return DataTypes.createArrayType(of(argument(type, 0)), true);
    }
    if (raw == Map.class) {
      return DataTypes.createMapType(of(argument(type, 0)), of(argument(type, 1)), true);
    }
    if (raw.isRecord()) {
      return DataTypes.createStructType(
          Stream.of(raw.getRecordComponents()).map(SqlTypes::field).toList());
    }
    throw new IllegalArgumentException(
        "No SQL type for %s: use a record, an enum, List, Map, String, Boolean or a number"
            .formatted(type.getTypeName()));
  }

  static Class<?> raw(Type type) {
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : (Class<?>) type;
  }

  /** The element type of a list, or the key (0) or value (1) type of a map. */
  static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }

  /** Whether values are categories, which numbers and verdicts may be too. */
  static boolean holdsCategories(Type type) {
    return type == Category.class || raw(type) == List.class && argument(type, 0) == Category.class;
  }

  /** {@code bothPass} is {@code both_pass}. */
  static String snakeCase(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  private static StructField field(RecordComponent component) {
    return DataTypes.createStructField(
        snakeCase(component.getName()),
        of(component.getGenericType()),
        !component.getType().isPrimitive());
  }
}
