package io.quaestor.udfs.sql;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/** Turns Java values into values as Spark holds them; null stays null. */
final class Writers {
  private static final GenericArrayData NOTHING = new GenericArrayData(new Object[0]);

  private Writers() {}

  /** A writer of values of the type; of a primitive type, of their boxes. */
  static Function<Object, Object> writer(Type type) {
    Function<Object, Object> writer = ofPresent(type);
    return value -> value == null ? null : writer.apply(value);
  }

  /** A writer for each component of a record; none for another type. */
  static List<Function<Object, Object>> fields(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type.getRecordComponents()).map(c -> writer(c.getGenericType())).toList()
        : List.of();
  }

  private static Function<Object, Object> ofPresent(Type type) {
    Class<?> raw = SqlTypes.raw(type);
    if (raw == String.class) {
      return value -> UTF8String.fromString((String) value);
    }
    if (raw.isEnum()) {
      return names(raw);
    }
    if (raw == List.class) {
      Function<Object, Object> element = writer(SqlTypes.argument(type, 0));
      return list ->
          ((List<?>) list).isEmpty() ? NOTHING : array(((List<?>) list).toArray(), element);
    }
    if (raw == Map.class) {
      return map(writer(SqlTypes.argument(type, 0)), writer(SqlTypes.argument(type, 1)));
    }
    return raw.isRecord() ? struct(raw) : value -> value;
  }

  private static Function<Object, Object> names(Class<?> type) {
    UTF8String[] names =
        Stream.of(type.getEnumConstants())
            .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
            .map(UTF8String::fromString)
            .toArray(UTF8String[]::new);
    return value -> names[((Enum<?>) value).ordinal()];
  }

  private static Function<Object, Object> map(
      Function<Object, Object> key, Function<Object, Object> value) {
    return map -> {
      Map<?, ?> entries = (Map<?, ?>) map;
      return new ArrayBasedMapData(
          array(entries.keySet().toArray(), key), array(entries.values().toArray(), value));
    };
  }

  private static GenericArrayData array(Object[] elements, Function<Object, Object> writer) {
    Object[] written = new Object[elements.length];
    Arrays.setAll(written, i -> writer.apply(elements[i]));
    return new GenericArrayData(written);
  }

  private static Function<Object, Object> struct(Class<?> type) {
    List<Function<Object, Object>> fields =
        Stream.of(type.getRecordComponents()).map(Writers::field).toList();
    return value -> {
      Object[] values = new Object[fields.size()];
      Arrays.setAll(values, i -> fields.get(i).apply(value));
      return new GenericInternalRow(values);
    };
  }

  private static Function<Object, Object> field(RecordComponent component) {
    return Records.accessor(component).andThen(writer(component.getGenericType()));
  }
}
