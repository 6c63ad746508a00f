package io.quaestor.udfs.sql;

import java.lang.reflect.Type;
import java.util.function.Function;
import org.apache.spark.sql.types.AbstractDataType;
import org.apache.spark.sql.types.AnyDataType$;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StringType;

/** An argument's name in SQL and its type in Java. */
record Argument(String name, Type type) {

  Class<?> raw() {
    return SqlTypes.raw(type);
  }

  /**
   * What Spark casts to: texts only. Numbers are read as they are, for Spark would cut 0.5 to 0 or
   * try to make a number of a text; structs have their fields looked for by name.
   */
  AbstractDataType inputType() {
    DataType wanted = SqlTypes.of(type);
    DataType inner = wanted instanceof ArrayType array ? array.elementType() : wanted;
    return inner instanceof StringType && !SqlTypes.holdsCategories(type)
        ? wanted
        : AnyDataType$.MODULE$;
  }

  /**
   * Reads values of the given type as this argument.
   *
   * @throws IllegalArgumentException when they cannot be
   */
  Function<Object, Object> reader(DataType given) {
    return Readers.reader(type, given, name);
  }
}
