package io.quaestor.udfs.sql;

import io.quaestor.udfs.RandomText;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.RowFactory;
import scala.jdk.javaapi.CollectionConverters;

/** Arguments for any function, and Java values as rows of a data frame have them. */
final class Arguments {
  private static final List<String> KNOWN =
      List.of(
          "mcq_single", "fill_in_blank", "pass", "difficulty", "le chat", "[blank] + 1 = 2", "");

  private final Random random;
  private final RandomText text;
  private final int longest;

  /** The same for the same seed; texts up to the given length in UTF-16 units. */
  Arguments(long seed, int longest) {
    this.random = new Random(seed);
    this.text = new RandomText(random);
    this.longest = longest;
  }

  Object[] of(Definition function) {
    return function.arguments().stream().map(argument -> any(argument.type())).toArray();
  }

  private Object any(Type type) {
    return random.nextInt(8) == 0 ? null : present(type);
  }

  private Object present(Type type) {
    Class<?> raw = SqlTypes.raw(type);
    if (raw == String.class) {
      return wellFormed(text.nextOrKnown(KNOWN, longest));
    }
    if (raw == Boolean.class) {
      return random.nextBoolean();
    }
    if (raw == Double.class) {
      return List.of(0.0, 1.0, 3.0, 5.0, 0.5, -1.0, 1e300, Double.NaN).get(random.nextInt(8));
    }
    if (Number.class.isAssignableFrom(raw)) {
      long number =
          List.of(0L, 1L, 2L, 5L, -1L, 20L, Long.MAX_VALUE, Long.MIN_VALUE).get(random.nextInt(8));
      return raw == Long.class ? (Object) number : (Object) (int) number;
    }
    return raw.isRecord() ? record(raw) : collection(type, random.nextInt(4));
  }

  private Object collection(Type type, int size) {
    List<Object> list = new ArrayList<>();
    Map<Object, Object> map = new HashMap<>();
    for (int i = 0; i < size; i++) {
      if (SqlTypes.raw(type) == List.class) {
        list.add(any(SqlTypes.argument(type, 0)));
      } else {
        map.put(present(SqlTypes.argument(type, 0)), any(SqlTypes.argument(type, 1)));
      }
    }
    map.remove(null);
    return SqlTypes.raw(type) == List.class ? list : map;
  }

  private Object record(Class<?> type) {
    Object[] values =
        Stream.of(type.getRecordComponents()).map(c -> any(c.getGenericType())).toArray();
    return Records.make(Records.constructor(type), values);
  }

  /** A Java value as a data frame has it. */
  static Object external(Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }
    if (value instanceof List<?> list) {
      return CollectionConverters.asScala(list.stream().map(Arguments::external).toList()).toSeq();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> entries = new HashMap<>();
      map.forEach((key, each) -> entries.put(external(key), external(each)));
      return scala.collection.immutable.Map.from(CollectionConverters.asScala(entries));
    }
    return value instanceof Record row
        ? RowFactory.create(
            Stream.of(row.getClass().getRecordComponents()).map(c -> component(row, c)).toArray())
        : value;
  }

  private static Object component(Record row, RecordComponent component) {
    return external(Records.accessor(component).apply(row));
  }

  /** Without unpaired surrogates, which Spark's strings cannot hold. */
  private static String wellFormed(String text) {
    return text == null
        ? null
        : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
