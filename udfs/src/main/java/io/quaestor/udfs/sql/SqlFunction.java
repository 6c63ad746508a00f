package io.quaestor.udfs.sql;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a public static method a SQL function. Its name, its arguments' names and the fields of
 * records are those in Java in snake_case.
 *
 * <p>Arguments may be {@code String}, boxed numbers and booleans, and {@code List}, {@code Map} and
 * records of these; SQL's NULL reaches the method as null. Results may be these, primitives and
 * enumerations too, which become their name in lower case. The method must not throw.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SqlFunction {
  /** What it gives, in a sentence or two; {@code _FUNC_} stands for the name. */
  String usage();

  /** A line for each argument: {@code name - what it is}. */
  String[] arguments();

  /** How many of the last arguments may be left out, which is NULL. */
  int optional() default 0;

  /**
   * Over rows, the function takes these columns of them instead: {@code cohens_kappa(a, b)} beside
   * {@code cohens_kappa(both_pass, a_only_fail, b_only_fail, both_fail)}.
   */
  Sample over() default Sample.NONE;

  Example[] examples();

  /** The release that had it first. */
  String since() default "0.1.0";

  /**
   * Makes the method an aggregate: this first parameter, which is {@code Patterns}, counts what the
   * rows of a group have in these columns; the function's other arguments are constants.
   */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  @interface Rows {
    /** Names of the columns that make a pattern; none for one column of arrays of ratings. */
    String[] value() default {};
  }

  /** A call and what it results in. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target({})
  @interface Example {
    /** A SQL expression, and where it is from unless from nothing. */
    String sql();

    /** As {@code spark-sql} prints it. */
    String result();
  }

  /** The components of this record, the method's only parameter, are the function's arguments. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  @interface Spread {}
}
