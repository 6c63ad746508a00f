package io.quaestor.lake;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders;
import org.apache.spark.sql.catalyst.encoders.ExpressionEncoder;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.Metadata;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;

/**
 * Spark encoders for Java records: the record is the schema.
 *
 * <p>Columns are named like the accessors (camelCase); {@link SnakeCase} renames at the table
 * boundary. Supported components: primitives and their boxes, {@code String}, {@code BigDecimal},
 * {@code Instant}, records, {@code List} and {@code Map} of these.
 */
public final class RecordEncoder {
  private static final Map<Class<?>, AgnosticEncoder<?>> LEAVES =
      Map.ofEntries(
          Map.entry(boolean.class, AgnosticEncoders.PrimitiveBooleanEncoder$.MODULE$),
          Map.entry(int.class, AgnosticEncoders.PrimitiveIntEncoder$.MODULE$),
          Map.entry(long.class, AgnosticEncoders.PrimitiveLongEncoder$.MODULE$),
          Map.entry(double.class, AgnosticEncoders.PrimitiveDoubleEncoder$.MODULE$),
          Map.entry(Boolean.class, AgnosticEncoders.BoxedBooleanEncoder$.MODULE$),
          Map.entry(Integer.class, AgnosticEncoders.BoxedIntEncoder$.MODULE$),
          Map.entry(Long.class, AgnosticEncoders.BoxedLongEncoder$.MODULE$),
          Map.entry(Double.class, AgnosticEncoders.BoxedDoubleEncoder$.MODULE$),
          Map.entry(String.class, AgnosticEncoders.StringEncoder$.MODULE$),
          Map.entry(BigDecimal.class, AgnosticEncoders.DEFAULT_JAVA_DECIMAL_ENCODER()),
          Map.entry(Instant.class, AgnosticEncoders.STRICT_INSTANT_ENCODER()));

  private static final Map<Class<?>, AgnosticEncoder<?>> RECORDS = new ConcurrentHashMap<>();

  /** Spark's own form: to make one of a record of many fields takes longer than a small query. */
  private static final Map<Class<?>, ExpressionEncoder<?>> MADE = new ConcurrentHashMap<>();

  private RecordEncoder() {}

  /**
   * The encoder of a record class.
   *
   * @throws IllegalArgumentException when a component's type is not supported; names the component
   */
  @SuppressWarnings("unchecked")
  public static <T extends Record> Encoder<T> of(Class<T> type) {
    return (Encoder<T>)
        MADE.computeIfAbsent(type, made -> ExpressionEncoder.apply(recordEncoder(made)));
  }

  /** Rows that have a record's columns among theirs, in whatever order, as such records. */
  public static <T extends Record> Dataset<T> typed(Dataset<?> rows, Class<T> type) {
    Column[] columns =
        Arrays.stream(type.getRecordComponents())
            .map(component -> functions.col(component.getName()))
            .toArray(Column[]::new);
    return rows.select(columns).as(of(type));
  }

  private static AgnosticEncoder<?> recordEncoder(Class<?> type) {
    AgnosticEncoder<?> known = RECORDS.get(type);
    if (known == null) {
      known = product(type);
      RECORDS.put(type, known);
    }
    return known;
  }

  private static <T> AgnosticEncoder<T> product(Class<T> type) {
    List<AgnosticEncoders.EncoderField> fields = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      AgnosticEncoder<?> encoder = encoder(component.getGenericType(), component);
      fields.add(
          new AgnosticEncoders.EncoderField(
              component.getName(),
              encoder,
              !component.getType().isPrimitive(),
              Metadata.empty(),
              Option.apply(component.getName()),
              Option.empty()));
    }
    return new AgnosticEncoders.ProductEncoder<>(
        ClassTag.apply(type), CollectionConverters.asScala(fields).toList(), Option.empty());
  }

  private static AgnosticEncoder<?> encoder(Type type, RecordComponent at) {
    if (type instanceof Class<?> plain) {
      AgnosticEncoder<?> leaf = LEAVES.get(plain);
      if (leaf != null) {
        return leaf;
      }
      if (plain.isRecord()) {
        return recordEncoder(plain);
      }
    }
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      if (generic.getRawType() == List.class) {
        return list(encoder(arguments[0], at));
      }
      if (generic.getRawType() == Map.class) {
        return map(encoder(arguments[0], at), encoder(arguments[1], at));
      }
    }
    throw new IllegalArgumentException(
        "No encoder for %s %s of record %s: use a record, List, Map, String, BigDecimal, Instant or a number"
            .formatted(type.getTypeName(), at.getName(), at.getDeclaringRecord().getName()));
  }

  private static <E> AgnosticEncoder<?> list(AgnosticEncoder<E> element) {
    return new AgnosticEncoders.IterableEncoder<List<E>, E>(
        ClassTag.apply(List.class), element, true, false);
  }

  private static <K, V> AgnosticEncoder<?> map(AgnosticEncoder<K> key, AgnosticEncoder<V> value) {
    return new AgnosticEncoders.MapEncoder<Map<K, V>, K, V>(
        ClassTag.apply(Map.class), key, value, true);
  }
}
