package io.quaestor.udfs.sql;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.analysis.TypeCheckResult;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.aggregate.DeclarativeAggregate;
import org.apache.spark.sql.types.DataType;
import scala.collection.Iterator;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A function over the rows of a group: Spark's own aggregates side by side, and one {@link Call} of
 * what they come to. It is compiled into the query's hash aggregation, and goes wherever an
 * aggregate may: {@code FILTER}, {@code OVER}, {@code HAVING}.
 */
public final class Over extends DeclarativeAggregate implements Serializable {
  private final String name;
  private final Seq<Expression> columns;
  private final List<DeclarativeAggregate> parts;

  /** The function of that name over the columns that its {@link Sample} names. */
  public Over(String name, Seq<Expression> columns) {
    this.name = name;
    this.columns = columns;
    this.parts = sample().of(CollectionConverters.asJava(columns));
  }

  @Override
  public Seq<Expression> children() {
    return columns;
  }

  @Override
  public Expression withNewChildrenInternal(IndexedSeq<Expression> children) {
    return new Over(name, children);
  }

  @Override
  public DataType dataType() {
    return Catalogue.get(name).dataType();
  }

  @Override
  public boolean nullable() {
    return Catalogue.get(name).isNullable();
  }

  @Override
  public TypeCheckResult checkInputDataTypes() {
    for (int i = 0; i < columns.size(); i++) {
      DataType given = columns.apply(i).dataType();
      if (!sample().accepts(given)) {
        return new TypeCheckResult.TypeCheckFailure(
            "%s has to be of type %s, not %s"
                .formatted(
                    sample().names().get(i), sample().type().simpleString(), given.simpleString()));
      }
    }
    return TypeCheckResult.TypeCheckSuccess$.MODULE$;
  }

  @Override
  public Seq<AttributeReference> aggBufferAttributes() {
    return all(DeclarativeAggregate::aggBufferAttributes);
  }

  @Override
  public Seq<AttributeReference> inputAggBufferAttributes() {
    return all(DeclarativeAggregate::inputAggBufferAttributes);
  }

  @Override
  public Seq<Expression> initialValues() {
    return all(DeclarativeAggregate::initialValues);
  }

  @Override
  public Seq<Expression> updateExpressions() {
    return all(DeclarativeAggregate::updateExpressions);
  }

  @Override
  public Seq<Expression> mergeExpressions() {
    return all(DeclarativeAggregate::mergeExpressions);
  }

  @Override
  public Expression evaluateExpression() {
    Definition function = Catalogue.get(name);
    List<Expression> counted =
        parts.stream().map(DeclarativeAggregate::evaluateExpression).toList();
    return new Call(name, function.padded(CollectionConverters.asScala(counted).toSeq()));
  }

  @Override
  public String prettyName() {
    return name;
  }

  @Override
  public Iterator<Object> stringArgs() {
    return columns.<Object>map(column -> column).iterator();
  }

  @Override
  public int productArity() {
    return 2;
  }

  @Override
  public Object productElement(int index) {
    return index == 0 ? name : columns;
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof Over;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Over over && name.equals(over.name) && columns.equals(over.columns);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, columns);
  }

  private Sample sample() {
    return Catalogue.get(name).documentation().over();
  }

  private <T> Seq<T> all(Function<DeclarativeAggregate, Seq<T>> of) {
    List<T> list =
        parts.stream()
            .flatMap(part -> CollectionConverters.asJava(of.apply(part)).stream())
            .toList();
    return CollectionConverters.asScala(list).toSeq();
  }
}
