package io.quaestor.udfs.sql;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedArgumentExpression;
import org.apache.spark.sql.catalyst.plans.logical.FunctionSignature;
import org.apache.spark.sql.catalyst.plans.logical.InputParameter;
import org.apache.spark.sql.catalyst.plans.logical.NamedParametersSupport;
import org.apache.spark.sql.internal.SQLConf;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;

/**
 * Makes calls of one function from arguments by position or by name; with the columns of its {@link
 * Sample} instead, calls over rows.
 */
final class CallBuilder extends AbstractFunction1<Seq<Expression>, Expression> {
  private final String name;
  private final List<Form> forms;

  CallBuilder(Definition function) {
    this.name = function.name();
    Form call =
        new Form(
            function.required(),
            parameters(function),
            arguments ->
                function.isTally() ? new Tally(name, arguments) : new Call(name, arguments));
    List<InputParameter> columns = columns(function);
    Form overRows = new Form(columns.size(), columns, arguments -> new Over(name, arguments));
    this.forms = columns.isEmpty() ? List.of(call) : List.of(call, overRows);
  }

  @Override
  public Expression apply(Seq<Expression> arguments) {
    Form form =
        forms.stream().filter(each -> each.fits(arguments)).findFirst().orElse(forms.get(0));
    return form.make()
        .apply(
            NamedParametersSupport.defaultRearrange(
                form.signature(), arguments, name, SQLConf.get().resolver()));
  }

  /** One way of calling. */
  private record Form(
      int required, List<InputParameter> parameters, Function<Seq<Expression>, Expression> make) {

    FunctionSignature signature() {
      return new FunctionSignature(CollectionConverters.asScala(parameters).toSeq());
    }

    boolean fits(Seq<Expression> arguments) {
      return arguments.size() >= required
          && arguments.size() <= parameters.size()
          && CollectionConverters.asJava(arguments).stream().allMatch(this::isKnown);
    }

    private boolean isKnown(Expression argument) {
      return !(argument instanceof NamedArgumentExpression named)
          || parameters.stream().anyMatch(each -> each.name().equalsIgnoreCase(named.key()));
    }
  }

  private static List<InputParameter> parameters(Definition function) {
    return IntStream.range(0, function.arguments().size())
        .mapToObj(i -> parameter(function, i))
        .toList();
  }

  private static List<InputParameter> columns(Definition function) {
    return function.documentation().over().names().stream()
        .map(column -> new InputParameter(column, Option.empty()))
        .toList();
  }

  private static InputParameter parameter(Definition function, int index) {
    Option<Expression> absent =
        index < function.required() ? Option.empty() : Option.apply(Definition.NULL);
    return new InputParameter(function.arguments().get(index).name(), absent);
  }
}
