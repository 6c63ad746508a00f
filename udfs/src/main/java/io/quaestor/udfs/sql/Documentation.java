package io.quaestor.udfs.sql;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;

/** What {@code DESCRIBE FUNCTION EXTENDED} prints. */
final class Documentation {
  private Documentation() {}

  static ExpressionInfo of(Definition function) {
    SqlFunction written = function.documentation();
    return new ExpressionInfo(
        Call.class.getName(),
        null,
        function.name(),
        "_FUNC_(%s) - %s".formatted(arguments(function), written.usage()),
        section("Arguments", Stream.of(written.arguments()).map(line -> "* " + line)),
        section("Examples", Stream.of(written.examples()).map(Documentation::example)),
        "",
        "misc_funcs",
        written.since(),
        "",
        "java_udf");
  }

  /** {@code a, b[, c]} where c may be left out. */
  private static String arguments(Definition function) {
    List<String> names = function.arguments().stream().map(Argument::name).toList();
    int required = function.required();
    String always = String.join(", ", names.subList(0, required));
    return names.subList(required, names.size()).stream()
        .map(name -> "[, " + name + "]")
        .collect(Collectors.joining("", always, ""));
  }

  private static String example(SqlFunction.Example example) {
    return "> SELECT %s;%n       %s".formatted(example.sql(), example.result());
  }

  private static String section(String title, Stream<String> lines) {
    return lines
        .map(line -> "      " + line + "\n")
        .collect(Collectors.joining("", "\n    " + title + ":\n", "  "));
  }
}
