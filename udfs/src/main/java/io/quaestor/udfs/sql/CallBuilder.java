package io.quaestor.udfs.sql;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.plans.logical.FunctionSignature;
import org.apache.spark.sql.catalyst.plans.logical.InputParameter;
import org.apache.spark.sql.catalyst.plans.logical.NamedParametersSupport;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.DataTypes;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;

/** Makes calls of one function from arguments by position or by name. */
final class CallBuilder extends AbstractFunction1<Seq<Expression>, Expression> {
  private static final Expression NULL = new Literal(null, DataTypes.NullType);

  private final String name;
  private final FunctionSignature signature;

  CallBuilder(Definition function) {
    List<InputParameter> parameters =
        IntStream.range(0, function.arguments().size())
            .mapToObj(i -> parameter(function, i))
            .toList();
    this.name = function.name();
    this.signature = new FunctionSignature(CollectionConverters.asScala(parameters).toSeq());
  }

  @Override
  public Expression apply(Seq<Expression> arguments) {
    return new Call(
        name,
        NamedParametersSupport.defaultRearrange(
            signature, arguments, name, SQLConf.get().resolver()));
  }

  private static InputParameter parameter(Definition function, int index) {
    Option<Expression> absent = index < function.required() ? Option.empty() : Option.apply(NULL);
    return new InputParameter(function.arguments().get(index).name(), absent);
  }
}
