package io.quaestor.udfs.sql;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;

/** A SQL function: the method behind it and its arguments. */
final class Definition {
  private final Method method;
  private final List<Argument> arguments;
  private final Constructor<?> spread;

  Definition(Method method) {
    this.method = method;
    this.spread = isSpread() ? Records.constructor(method.getParameterTypes()[0]) : null;
    this.arguments =
        spread == null
            ? Stream.of(method.getParameters())
                .map(p -> argument(p.getName(), p.getParameterizedType()))
                .toList()
            : Stream.of(method.getParameterTypes()[0].getRecordComponents())
                .map(c -> argument(c.getName(), c.getGenericType()))
                .toList();
  }

  String name() {
    return SqlTypes.snakeCase(method.getName());
  }

  List<Argument> arguments() {
    return arguments;
  }

  /** How many arguments, from the first, have to be given. */
  int required() {
    return arguments.size() - documentation().optional();
  }

  Type resultType() {
    return method.getGenericReturnType();
  }

  Class<?> result() {
    return method.getReturnType();
  }

  DataType dataType() {
    return SqlTypes.of(resultType());
  }

  boolean isNullable() {
    return !method.getReturnType().isPrimitive();
  }

  SqlFunction documentation() {
    return method.getAnnotation(SqlFunction.class);
  }

  /** Calls the method with Java values, one for each argument. */
  Object invoke(Object... values) {
    try {
      return spread == null
          ? method.invoke(null, values)
          : method.invoke(null, Records.make(spread, values));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(method + " has to be public, in a public class", e);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(name() + " threw, which no SQL function may", e.getCause());
    }
  }

  /** The call as Java source, given source for each value. */
  String source(List<String> values) {
    String all = String.join(", ", values);
    return "%s.%s(%s)"
        .formatted(
            method.getDeclaringClass().getCanonicalName(),
            method.getName(),
            spread == null
                ? all
                : "new %s(%s)".formatted(spread.getDeclaringClass().getCanonicalName(), all));
  }

  private boolean isSpread() {
    return method.getParameterCount() == 1
        && method.getParameters()[0].isAnnotationPresent(SqlFunction.Spread.class);
  }

  private Argument argument(String name, Type type) {
    if (SqlTypes.raw(type).isPrimitive()) {
      throw new IllegalArgumentException(
          "Argument %s of %s is primitive, which cannot be NULL: use its box"
              .formatted(name, method));
    }
    return new Argument(SqlTypes.snakeCase(name), type);
  }
}
