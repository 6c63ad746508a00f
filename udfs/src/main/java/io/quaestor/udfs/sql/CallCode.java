package io.quaestor.udfs.sql;

import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.codegen.Block;
import org.apache.spark.sql.catalyst.expressions.codegen.CodeBlock;
import org.apache.spark.sql.catalyst.expressions.codegen.CodeGenerator;
import org.apache.spark.sql.catalyst.expressions.codegen.CodegenContext;
import org.apache.spark.sql.catalyst.expressions.codegen.EmptyBlock$;
import org.apache.spark.sql.catalyst.expressions.codegen.ExprCode;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StringType;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Writes a call as Java source, to be compiled with the rest of the query's stage. */
final class CallCode {
  private final CodegenContext context;
  private final Definition function;
  private final String binding;

  CallCode(CodegenContext context, Definition function, Binding binding) {
    this.context = context;
    this.function = function;
    this.binding = context.addReferenceObj("binding", binding, Binding.class.getName());
  }

  ExprCode generate(List<Expression> arguments, ExprCode result) {
    Block code = EmptyBlock$.MODULE$;
    List<String> values = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      ExprCode argument = arguments.get(i).genCode(context);
      code = code.$plus(argument.code());
      values.add(value(i, arguments.get(i).dataType(), argument));
    }
    return result.copy(code.$plus(call(values, result)), result.isNull(), result.value());
  }

  /** Source of an argument as a Java value. */
  private String value(int index, DataType given, ExprCode argument) {
    Class<?> type = function.arguments().get(index).raw();
    String name = type.getCanonicalName();
    if (argument.isNull().toString().equals("true")) {
      return "(%s) null".formatted(name);
    }
    String value = argument.value().toString();
    String read = "(%s) %s.read(%d, %s)".formatted(name, binding, index, value);
    if (type == String.class && given instanceof StringType) {
      read = value + ".toString()";
    } else if (isBox(type) && CodeGenerator.isPrimitiveType(given)) {
      read =
          "%s.valueOf((%s) %s)"
              .formatted(name, MethodType.methodType(type).unwrap().returnType(), value);
    }
    return "(%s) (%s ? null : %s)".formatted(name, argument.isNull(), read);
  }

  private Block call(List<String> values, ExprCode result) {
    DataType type = function.dataType();
    String returned = context.freshName("returned");
    return source(
        """
        final %1$s %2$s = %3$s;
        final boolean %4$s = %5$s;
        final %6$s %7$s = %4$s ? %8$s : (%9$s) %10$s;
        """
            .formatted(
                function.result().getCanonicalName(),
                returned,
                function.source(values),
                result.isNull(),
                function.isNullable() ? returned + " == null" : "false",
                CodeGenerator.javaType(type),
                result.value(),
                CodeGenerator.defaultValue(type, false),
                CodeGenerator.boxedType(type),
                written(returned)));
  }

  /** Source of the result as Spark holds it; of a record, field by field. */
  private String written(String returned) {
    if (!function.result().isRecord()) {
      return written(function.result(), returned, "%s.write(%s)".formatted(binding, returned));
    }
    List<String> fields = new ArrayList<>();
    for (RecordComponent component : function.result().getRecordComponents()) {
      String field = "%s.%s()".formatted(returned, component.getName());
      String slow = "%s.write(%d, %s)".formatted(binding, fields.size(), field);
      fields.add(written(component.getType(), field, slow));
    }
    return "new %s(new Object[] {%s})"
        .formatted(GenericInternalRow.class.getName(), String.join(", ", fields));
  }

  private static String written(Class<?> type, String value, String converted) {
    if (type.isPrimitive()) {
      return "%s.valueOf(%s)"
          .formatted(MethodType.methodType(type).wrap().returnType().getName(), value);
    }
    return isBox(type) ? value : converted;
  }

  private static boolean isBox(Class<?> type) {
    return type == Boolean.class || Number.class.isAssignableFrom(type);
  }

  private static Block source(String text) {
    return new CodeBlock(seq(List.of(text)), seq(List.of()));
  }

  private static <T> Seq<T> seq(List<T> list) {
    return CollectionConverters.asScala(list).toSeq();
  }
}
