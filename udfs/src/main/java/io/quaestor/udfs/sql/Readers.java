package io.quaestor.udfs.sql;

import io.quaestor.udfs.agreement.raters.Category;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Turns values as Spark holds them into Java values; null stays null. Fields of structs are found
 * by name in any case, wherever they stand; whole numbers may be narrower than asked for, and any
 * number will do for a {@code Double}.
 */
final class Readers {
  private static final List<String> WHOLE = List.of("tinyint", "smallint", "int", "bigint");

  private Readers() {}

  /**
   * A reader for one place.
   *
   * @param place how to call it in a message, such as {@code items.text}
   * @throws IllegalArgumentException when values of {@code actual} cannot be read as {@code wanted}
   */
  static Function<Object, Object> reader(Type wanted, DataType actual, String place) {
    Function<Object, Object> reader =
        actual instanceof NullType ? v -> null : find(wanted, actual, place);
    if (reader == null) {
      throw new IllegalArgumentException(
          "%s has to be of type %s, not %s"
              .formatted(place, SqlTypes.of(wanted).simpleString(), actual.simpleString()));
    }
    return value -> value == null ? null : reader.apply(value);
  }

  private static Function<Object, Object> find(Type wanted, DataType actual, String place) {
    Class<?> raw = SqlTypes.raw(wanted);
    if (raw == String.class && actual instanceof StringType) {
      return Object::toString;
    }
    if (raw == Category.class) {
      return category(actual);
    }
    if (raw == Boolean.class && actual instanceof BooleanType) {
      return value -> value;
    }
    if (Number.class.isAssignableFrom(raw) && actual instanceof NumericType) {
      return number(raw, actual);
    }
    if (raw == List.class && actual instanceof ArrayType array) {
      return list(wanted, array.elementType(), place);
    }
    if (raw == Map.class && actual instanceof MapType map) {
      return map(wanted, map, place);
    }
    return raw.isRecord() && actual instanceof StructType struct
        ? record(raw, struct, place)
        : null;
  }

  /** Names, verdicts and numbers alike; what is not a number is none. */
  private static Function<Object, Object> category(DataType actual) {
    if (actual instanceof StringType) {
      return value -> Category.of(value.toString());
    }
    if (actual instanceof BooleanType) {
      return value -> Category.of((boolean) value);
    }
    Function<Object, Object> number =
        actual instanceof NumericType ? number(Double.class, actual) : null;
    return number == null
        ? null
        : value -> {
          double read = (double) number.apply(value);
          return Double.isNaN(read) ? null : Category.of(read);
        };
  }

  private static Function<Object, Object> number(Class<?> raw, DataType actual) {
    if (raw == Double.class) {
      return actual instanceof DecimalType
          ? value -> ((Decimal) value).toDouble()
          : value -> ((Number) value).doubleValue();
    }
    boolean fits =
        actual instanceof IntegralType
            && WHOLE.indexOf(actual.simpleString())
                <= WHOLE.indexOf(SqlTypes.of(raw).simpleString());
    if (!fits) {
      return null;
    }
    return raw == Long.class
        ? value -> ((Number) value).longValue()
        : value -> ((Number) value).intValue();
  }

  private static Function<Object, Object> list(Type wanted, DataType element, String place) {
    Function<Object, Object> reader = reader(SqlTypes.argument(wanted, 0), element, place);
    return value -> elements((ArrayData) value, element, reader);
  }

  private static Function<Object, Object> map(Type wanted, MapType map, String place) {
    Function<Object, Object> key =
        reader(SqlTypes.argument(wanted, 0), map.keyType(), "a key of " + place);
    Function<Object, Object> value =
        reader(SqlTypes.argument(wanted, 1), map.valueType(), "a value of " + place);
    return data -> {
      List<Object> keys = elements(((MapData) data).keyArray(), map.keyType(), key);
      List<Object> values = elements(((MapData) data).valueArray(), map.valueType(), value);
      Map<Object, Object> entries = new HashMap<>();
      for (int i = 0; i < keys.size(); i++) {
        entries.put(keys.get(i), values.get(i));
      }
      return entries;
    };
  }

  private static List<Object> elements(
      ArrayData array, DataType type, Function<Object, Object> reader) {
    List<Object> elements = new ArrayList<>(array.numElements());
    for (int i = 0; i < array.numElements(); i++) {
      elements.add(array.isNullAt(i) ? null : reader.apply(array.get(i, type)));
    }
    return Collections.unmodifiableList(elements);
  }

  private static Function<Object, Object> record(Class<?> raw, StructType struct, String place) {
    List<Function<InternalRow, Object>> fields =
        Stream.of(raw.getRecordComponents()).map(c -> field(c, struct, place)).toList();
    Constructor<?> constructor = Records.constructor(raw);
    return value -> {
      Object[] values = new Object[fields.size()];
      Arrays.setAll(values, i -> fields.get(i).apply((InternalRow) value));
      return Records.make(constructor, values);
    };
  }

  private static Function<InternalRow, Object> field(
      RecordComponent component, StructType struct, String place) {
    String name = SqlTypes.snakeCase(component.getName());
    int at = indexOf(struct, name);
    if (at < 0) {
      throw new IllegalArgumentException(
          "%s lacks the field %s: it has %s; give it one, NULL where there is nothing"
              .formatted(place, name, String.join(", ", struct.fieldNames())));
    }
    DataType type = struct.fields()[at].dataType();
    Function<Object, Object> reader = reader(component.getGenericType(), type, place + "." + name);
    return row -> row.isNullAt(at) ? null : reader.apply(row.get(at, type));
  }

  private static int indexOf(StructType struct, String name) {
    StructField[] fields = struct.fields();
    for (int i = 0; i < fields.length; i++) {
      if (fields[i].name().equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }
}
