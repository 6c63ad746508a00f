package io.quaestor.udfs.sql;

import io.quaestor.udfs.agreement.raters.Category;
import io.quaestor.udfs.agreement.raters.Patterns;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.TypeCheckResult;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.aggregate.ImperativeAggregate;
import org.apache.spark.sql.catalyst.expressions.aggregate.TypedImperativeAggregate;
import org.apache.spark.sql.types.DataType;
import scala.collection.Iterator;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A function of how many rows of a group have each pattern of ratings: the state grows with the
 * patterns, not with the rows. Arguments beside the ratings are constants.
 */
public final class Tally extends TypedImperativeAggregate<Patterns> implements Serializable {
  private final String name;
  private final Seq<Expression> arguments;
  private final int mutableOffset;
  private final int inputOffset;
  private transient Definition function;
  private transient Binding binding;

  /** The function of that name. */
  public Tally(String name, Seq<Expression> arguments) {
    this(name, arguments, 0, 0);
  }

  private Tally(String name, Seq<Expression> arguments, int mutableOffset, int inputOffset) {
    this.name = name;
    this.arguments = arguments;
    this.mutableOffset = mutableOffset;
    this.inputOffset = inputOffset;
  }

  @Override
  public Patterns createAggregationBuffer() {
    return new Patterns();
  }

  @Override
  public Patterns update(Patterns patterns, InternalRow row) {
    List<Category> pattern = pattern(row);
    for (Category rating : pattern) {
      if (rating != null) {
        patterns.add(pattern, 1);
        return patterns;
      }
    }
    return patterns;
  }

  /** The values of the columns, or of the one that holds them all; empty for a missing array. */
  @SuppressWarnings("unchecked")
  private List<Category> pattern(InternalRow row) {
    if (function().arguments().get(0).raw() == List.class) {
      List<Category> ratings = (List<Category>) read(0, row);
      return ratings == null ? List.of() : ratings;
    }
    Category[] pattern = new Category[function().counted()];
    for (int i = 0; i < pattern.length; i++) {
      pattern[i] = (Category) read(i, row);
    }
    return Arrays.asList(pattern);
  }

  @Override
  public Patterns merge(Patterns patterns, Patterns other) {
    patterns.addAll(other);
    return patterns;
  }

  @Override
  public Object eval(Patterns patterns) {
    List<Object> values = new ArrayList<>(List.of(patterns));
    for (int i = function().counted(); i < arguments.size(); i++) {
      values.add(read(i, InternalRow.empty()));
    }
    return binding().write(function().invoke(values.toArray()));
  }

  @Override
  public byte[] serialize(Patterns patterns) {
    return PatternBytes.write(patterns);
  }

  @Override
  public Patterns deserialize(byte[] bytes) {
    return PatternBytes.read(bytes);
  }

  @Override
  public TypeCheckResult checkInputDataTypes() {
    for (int i = function().counted(); i < arguments.size(); i++) {
      if (!arguments.apply(i).foldable()) {
        return new TypeCheckResult.TypeCheckFailure(
            "%s has to be a constant".formatted(function().arguments().get(i).name()));
      }
    }
    try {
      binding();
      return TypeCheckResult.TypeCheckSuccess$.MODULE$;
    } catch (IllegalArgumentException e) {
      return new TypeCheckResult.TypeCheckFailure(e.getMessage());
    }
  }

  @Override
  public Seq<Expression> children() {
    return arguments;
  }

  @Override
  public Expression withNewChildrenInternal(IndexedSeq<Expression> children) {
    return new Tally(name, children, mutableOffset, inputOffset);
  }

  @Override
  public DataType dataType() {
    return function().dataType();
  }

  @Override
  public boolean nullable() {
    return function().isNullable();
  }

  @Override
  public int mutableAggBufferOffset() {
    return mutableOffset;
  }

  @Override
  public ImperativeAggregate withNewMutableAggBufferOffset(int offset) {
    return new Tally(name, arguments, offset, inputOffset);
  }

  @Override
  public int inputAggBufferOffset() {
    return inputOffset;
  }

  @Override
  public ImperativeAggregate withNewInputAggBufferOffset(int offset) {
    return new Tally(name, arguments, mutableOffset, offset);
  }

  @Override
  public String prettyName() {
    return name;
  }

  @Override
  public Iterator<Object> stringArgs() {
    return arguments.<Object>map(argument -> argument).iterator();
  }

  @Override
  public int productArity() {
    return 4;
  }

  @Override
  public Object productElement(int index) {
    return List.<Object>of(name, arguments, mutableOffset, inputOffset).get(index);
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof Tally;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tally tally
        && name.equals(tally.name)
        && arguments.equals(tally.arguments)
        && mutableOffset == tally.mutableOffset
        && inputOffset == tally.inputOffset;
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, arguments, mutableOffset, inputOffset);
  }

  private Object read(int argument, InternalRow row) {
    return binding().read(argument, arguments.apply(argument).eval(row));
  }

  private Definition function() {
    if (function == null) {
      function = Catalogue.get(name);
    }
    return function;
  }

  private Binding binding() {
    if (binding == null) {
      DataType[] types =
          CollectionConverters.asJava(arguments).stream()
              .map(Expression::dataType)
              .toArray(DataType[]::new);
      binding = new Binding(name, types);
    }
    return binding;
  }
}
