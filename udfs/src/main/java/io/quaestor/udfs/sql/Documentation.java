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
        className(function),
        null,
        function.name(),
        usage(function),
        section("Arguments", arguments(written)),
        section("Examples", Stream.of(written.examples()).map(Documentation::example)),
        "",
        function.isTally() ? "agg_funcs" : "misc_funcs",
        written.since(),
        "",
        "java_udf");
  }

  private static String className(Definition function) {
    return (function.isTally() ? Tally.class : Call.class).getName();
  }

  /** One line for each way of calling it. */
  private static String usage(Definition function) {
    Sample over = function.documentation().over();
    String usage =
        "_FUNC_(%s) - %s".formatted(arguments(function), function.documentation().usage());
    return over == Sample.NONE
        ? usage
        : "%s%n    _FUNC_(%s) - The same over the rows of a group."
            .formatted(usage, String.join(", ", over.names()));
  }

  private static Stream<String> arguments(SqlFunction written) {
    return Stream.concat(Stream.of(written.arguments()), written.over().arguments().stream())
        .map(line -> "* " + line);
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
