package io.quaestor.udfs.sql;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.EvalMode$;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.If;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Not;
import org.apache.spark.sql.catalyst.expressions.aggregate.Average;
import org.apache.spark.sql.catalyst.expressions.aggregate.Count;
import org.apache.spark.sql.catalyst.expressions.aggregate.DeclarativeAggregate;
import org.apache.spark.sql.catalyst.expressions.aggregate.VarianceSamp;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.NumericType;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What a function of counts or means is over the rows of a group: its arguments are then Spark's
 * own aggregates of these columns. NULL is missing.
 */
public enum Sample {
  /** Over rows the function means nothing. */
  NONE(DataTypes.NullType),

  /** Two verdicts become how often both, one alone and none of them passed. */
  PAIRS(
      DataTypes.BooleanType,
      "a_pass - whether a passed; a row where either is NULL is missing",
      "b_pass - whether b passed") {
    @Override
    List<DeclarativeAggregate> parts(List<Expression> columns) {
      Expression a = columns.get(0);
      Expression b = columns.get(1);
      return Stream.<Expression>of(
              new And(a, b),
              new And(new Not(a), b),
              new And(a, new Not(b)),
              new And(new Not(a), new Not(b)))
          .<DeclarativeAggregate>map(Sample::countIf)
          .toList();
    }
  },

  /** One verdict becomes how often it is true, and how many there are. */
  SHARE(DataTypes.BooleanType, "success - whether it is one; NULL is missing") {
    @Override
    List<DeclarativeAggregate> parts(List<Expression> columns) {
      return List.of(countIf(columns.get(0)), count(columns.get(0)));
    }
  },

  /** Verdicts of two samples become successes and trials of both. */
  TWO_SHARES(
      DataTypes.BooleanType,
      "in_first - whether a row of the first sample is a success; NULL elsewhere",
      "in_second - whether a row of the second sample is a success; NULL elsewhere") {
    @Override
    List<DeclarativeAggregate> parts(List<Expression> columns) {
      return columns.stream()
          .<DeclarativeAggregate>flatMap(each -> Stream.of(countIf(each), count(each)))
          .toList();
    }
  },

  /** Values of two samples become number, mean and variance of both. */
  TWO_MEANS(
      DataTypes.DoubleType,
      "in_first - the value of a row of the first sample; NULL elsewhere",
      "in_second - the value of a row of the second sample; NULL elsewhere") {
    @Override
    List<DeclarativeAggregate> parts(List<Expression> columns) {
      return columns.stream()
          .flatMap(
              each ->
                  Stream.<DeclarativeAggregate>of(
                      count(each), new Average(each), new VarianceSamp(each, true)))
          .toList();
    }
  };

  private final DataType type;
  private final List<String> arguments;

  Sample(DataType type, String... arguments) {
    this.type = type;
    this.arguments = List.of(arguments);
  }

  /** A line for each column, as in {@link SqlFunction#arguments}. */
  List<String> arguments() {
    return arguments;
  }

  /** The columns' names. */
  List<String> names() {
    return arguments.stream().map(line -> line.split(" - ", 2)[0]).toList();
  }

  DataType type() {
    return type;
  }

  boolean accepts(DataType given) {
    return given instanceof NullType
        || given.sameType(type)
        || type instanceof NumericType && given instanceof NumericType;
  }

  /** The aggregates that the function's arguments are, of columns of any type it accepts. */
  final List<DeclarativeAggregate> of(List<Expression> columns) {
    UnaryOperator<Expression> cast =
        column -> new Cast(column, type, Option.empty(), EvalMode$.MODULE$.LEGACY());
    return parts(columns.stream().map(cast).toList());
  }

  /** The same of columns of its type. */
  List<DeclarativeAggregate> parts(List<Expression> columns) {
    throw new IllegalStateException("%s has no rows to aggregate".formatted(this));
  }

  private static Count countIf(Expression condition) {
    return count(
        new If(condition, Literal.TrueLiteral(), Literal.create(null, DataTypes.BooleanType)));
  }

  private static Count count(Expression value) {
    return new Count(CollectionConverters.asScala(List.of(value)).toSeq());
  }
}
