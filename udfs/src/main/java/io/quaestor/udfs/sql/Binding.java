package io.quaestor.udfs.sql;

import java.io.Serializable;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.DataType;

/** A function together with the types that its arguments have in one query. */
public final class Binding implements Serializable {
  private final String name;
  private final DataType[] types;
  private final transient List<Function<Object, Object>> readers;
  private final transient Function<Object, Object> writer;
  private final transient List<Function<Object, Object>> fields;

  /**
   * Binds the function of that name.
   *
   * @throws IllegalArgumentException when an argument cannot have its type
   */
  Binding(String name, DataType... types) {
    Definition function = Catalogue.get(name);
    List<Argument> arguments = function.arguments();
    this.name = name;
    this.types = types;
    this.readers =
        IntStream.range(0, types.length).mapToObj(i -> arguments.get(i).reader(types[i])).toList();
    this.writer = Writers.writer(function.resultType());
    this.fields = Writers.fields(function.result());
  }

  /** The value of an argument, as Spark holds it, as a Java value. */
  public Object read(int argument, Object value) {
    return readers.get(argument).apply(value);
  }

  /** A result as Spark holds it. */
  public Object write(Object result) {
    return writer.apply(result);
  }

  /** One field of a result that is a record. */
  public Object write(int field, Object value) {
    return fields.get(field).apply(value);
  }

  private Object readResolve() {
    return new Binding(name, types);
  }
}
