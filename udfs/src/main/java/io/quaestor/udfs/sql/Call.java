package io.quaestor.udfs.sql;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.TypeCheckResult;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ImplicitCastInputTypes;
import org.apache.spark.sql.catalyst.expressions.codegen.CodegenContext;
import org.apache.spark.sql.catalyst.expressions.codegen.ExprCode;
import org.apache.spark.sql.types.AbstractDataType;
import org.apache.spark.sql.types.DataType;
import scala.collection.Iterator;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** A call of a function in a query. Spark casts its arguments as it does for its own functions. */
public final class Call extends Expression implements ImplicitCastInputTypes, Serializable {
  private final String name;
  private final Seq<Expression> arguments;
  private Binding binding;

  /** A call of the function of that name. */
  public Call(String name, Seq<Expression> arguments) {
    this.name = name;
    this.arguments = arguments;
  }

  @Override
  public Seq<Expression> children() {
    return arguments;
  }

  @Override
  public Expression withNewChildrenInternal(IndexedSeq<Expression> children) {
    return new Call(name, children);
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
  public boolean foldable() {
    return list().stream().allMatch(Expression::foldable);
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
  public Seq<AbstractDataType> inputTypes() {
    List<AbstractDataType> types =
        function().arguments().stream().map(Argument::inputType).toList();
    return CollectionConverters.asScala(types).toSeq();
  }

  @Override
  public TypeCheckResult checkInputDataTypes() {
    TypeCheckResult result = ImplicitCastInputTypes.super.checkInputDataTypes();
    if (result.isFailure()) {
      return result;
    }
    try {
      binding();
      return result;
    } catch (IllegalArgumentException e) {
      return new TypeCheckResult.TypeCheckFailure(e.getMessage());
    }
  }

  @Override
  public Object eval(InternalRow input) {
    Object[] values = new Object[arguments.size()];
    Arrays.setAll(values, i -> binding().read(i, arguments.apply(i).eval(input)));
    return binding().write(function().invoke(values));
  }

  @Override
  public ExprCode doGenCode(CodegenContext context, ExprCode result) {
    return new CallCode(context, function(), binding()).generate(list(), result);
  }

  @Override
  public int productArity() {
    return 2;
  }

  @Override
  public Object productElement(int index) {
    return index == 0 ? name : arguments;
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof Call;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Call call && name.equals(call.name) && arguments.equals(call.arguments);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, arguments);
  }

  private Definition function() {
    return Catalogue.get(name);
  }

  private List<Expression> list() {
    return CollectionConverters.asJava(arguments);
  }

  private Binding binding() {
    if (binding == null) {
      binding =
          new Binding(name, list().stream().map(Expression::dataType).toArray(DataType[]::new));
    }
    return binding;
  }
}
