package io.quaestor.udfs.sql;

import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.FunctionSignature;
import org.apache.spark.sql.catalyst.plans.logical.InputParameter;
import org.apache.spark.sql.catalyst.plans.logical.NamedParametersSupport;
import org.apache.spark.sql.internal.SQLConf;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;

/** Makes calls of one function from arguments by position or by name. */
final class CallBuilder extends AbstractFunction1<Seq<Expression>, Expression> {
  private final String name;
  private final FunctionSignature signature;

  CallBuilder(Definition function) {
    List<InputParameter> parameters =
        function.arguments().stream()
            .map(argument -> new InputParameter(argument.name(), Option.empty()))
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
}
