package io.quaestor.udfs.sql;

import io.quaestor.udfs.agreement.raters.Category;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** A SQL function: the method behind it and its arguments. */
final class Definition {
  static final Expression NULL = new Literal(null, DataTypes.NullType);
  private static final Type RATINGS = ratings();

  private final Method method;
  private final List<Argument> rows;
  private final List<Argument> arguments;
  private final Constructor<?> spread;

  Definition(Method method) {
    this.method = method;
    this.spread = isSpread() ? Records.constructor(method.getParameterTypes()[0]) : null;
    this.rows = method.getParameterCount() == 0 ? null : rows(method.getParameters()[0]);
    this.arguments = spread == null ? ofParameters() : ofComponents();
  }

  String name() {
    return SqlTypes.snakeCase(method.getName());
  }

  List<Argument> arguments() {
    return arguments;
  }

  /** Whether it counts rows by itself. */
  boolean isTally() {
    return rows != null;
  }

  /** How many of the first arguments are columns whose values are counted. */
  int counted() {
    return rows == null ? 0 : rows.size();
  }

  /** The arguments with NULL for those left out. */
  Seq<Expression> padded(Seq<Expression> given) {
    List<Expression> all = new ArrayList<>(CollectionConverters.asJava(given));
    while (all.size() < arguments.size()) {
      all.add(NULL);
    }
    return CollectionConverters.asScala(all).toSeq();
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

  private List<Argument> ofParameters() {
    Stream<Argument> others =
        Stream.of(method.getParameters())
            .skip(rows == null ? 0 : 1)
            .map(p -> argument(p.getName(), p.getParameterizedType()));
    return Stream.concat(rows == null ? Stream.empty() : rows.stream(), others).toList();
  }

  private List<Argument> ofComponents() {
    return Stream.of(method.getParameterTypes()[0].getRecordComponents())
        .map(c -> argument(c.getName(), c.getGenericType()))
        .toList();
  }

  /** The columns that the parameter counts; null when it is an ordinary one. */
  private static List<Argument> rows(Parameter parameter) {
    SqlFunction.Rows rows = parameter.getAnnotation(SqlFunction.Rows.class);
    if (rows == null) {
      return null;
    }
    return rows.value().length == 0
        ? List.of(new Argument(SqlTypes.snakeCase(parameter.getName()), RATINGS))
        : Stream.of(rows.value()).map(column -> new Argument(column, Category.class)).toList();
  }

  private static Type ratings() {
    record Ratings(List<Category> ratings) {}
    return Ratings.class.getRecordComponents()[0].getGenericType();
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
