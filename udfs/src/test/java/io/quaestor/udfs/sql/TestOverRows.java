package io.quaestor.udfs.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.udfs.agreement.raters.Category;
import io.quaestor.udfs.agreement.raters.Patterns;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions over the rows of groups, wherever SQL lets an aggregate stand. */
class TestOverRows {
  private static final List<String> COUNTS =
      List.of(
          "count_if(a AND b)",
          "count_if(NOT a AND b)",
          "count_if(a AND NOT b)",
          "count_if(NOT a AND NOT b)");
  private static final String TWO_COUNTS = "count_if(%1$s), count(%1$s)";
  private static final String TWO_MEANS = "count(%1$s), avg(%1$s), var_samp(%1$s)";

  private static final int BATCH = 4;

  @BeforeAll
  static void makeVerdicts() {
    Sql.SPARK
        .range(0, 3_000, 1, 7)
        .selectExpr(
            "id",
            "id % 3 AS criterion",
            "IF(id % 11 = 0, NULL, id % 5 > 0) AS a",
            "IF(id % 13 = 0, NULL, id % 5 > 0 AND id % 7 > 1 OR id % 17 = 0) AS b",
            "hash(id) % 5 AS x",
            "IF(id % 2 = 0, hash(id, 1) % 4, NULL) AS y",
            "array(id % 5 > 0, id % 7 > 0, IF(id % 19 = 0, NULL, id % 10 > 0)) AS votes")
        .createOrReplaceTempView("verdicts");
  }

  /** Few at a time, since a query takes about as long for several functions as for one. */
  static Stream<List<Definition>> sampled() {
    return batches(Catalogue.all().stream().filter(f -> f.documentation().over() != Sample.NONE));
  }

  static Stream<List<Definition>> tallies() {
    return batches(Catalogue.all().stream().filter(Definition::isTally));
  }

  private static Stream<List<Definition>> batches(Stream<Definition> functions) {
    List<Definition> all = functions.toList();
    return Stream.iterate(0, from -> from < all.size(), from -> from + BATCH)
        .map(from -> all.subList(from, Math.min(from + BATCH, all.size())));
  }

  @ParameterizedTest
  @MethodSource("sampled")
  void overRowsTheyAreWhatTheyAreOfCounts(List<Definition> functions) {
    String query = "SELECT %s FROM verdicts GROUP BY criterion ORDER BY criterion";
    List<Row> expected = rows(query.formatted(columns(functions, TestOverRows::ofCounts)));
    String overRows = query.formatted(columns(functions, TestOverRows::call));
    for (Sql.Mode mode : Sql.Mode.values()) {
      List<Row> got = mode.run(() -> rows(overRows));
      for (int i = 0; i < functions.size(); i++) {
        String what = mode + " " + functions.get(i).name();
        assertEquals(column(expected, i), column(got, i), what);
      }
    }
  }

  @ParameterizedTest
  @MethodSource({"sampled", "tallies"})
  void theyStandWhereverAnAggregateMay(List<Definition> functions) {
    String calls = columns(functions, TestOverRows::call);
    List<Row> ofOne = rows("SELECT %s FROM verdicts WHERE criterion = 1".formatted(calls));
    assertSame(
        functions,
        ofOne,
        rows(
            "SELECT %s FROM verdicts"
                .formatted(columns(functions, f -> call(f) + " FILTER (WHERE criterion = 1)"))));
    assertSame(
        functions,
        ofOne,
        rows(
            "SELECT DISTINCT * EXCEPT (criterion) FROM (SELECT criterion, %s FROM verdicts) WHERE criterion = 1"
                .formatted(columns(functions, f -> call(f) + " OVER (PARTITION BY criterion)"))));
    assertSame(
        functions,
        ofOne,
        rows(
            "SELECT * EXCEPT (criterion) FROM (SELECT criterion, %s FROM verdicts GROUP BY criterion HAVING %s) WHERE criterion = 1"
                .formatted(
                    calls,
                    functions.stream()
                        .map(f -> call(f) + " IS NOT NULL")
                        .collect(Collectors.joining(" AND ")))));
    assertSame(
        functions,
        ofOne,
        rows(
            "SELECT %s FROM (SELECT DISTINCT * FROM verdicts WHERE criterion = 1)"
                .formatted(calls)));
  }

  @ParameterizedTest
  @MethodSource({"sampled", "tallies"})
  void theOrderAndPartitionsOfRowsDoNotMatter(List<Definition> functions) {
    String query = "SELECT %s FROM %s".formatted(columns(functions, TestOverRows::call), "%s");
    List<Row> one = rows(query.formatted("verdicts"));
    for (int partitions : new int[] {1, 2, 50}) {
      String other = "(SELECT /*+ REPARTITION(%d, x) */ * FROM verdicts)".formatted(partitions);
      assertSame(functions, one, rows(query.formatted(other)));
    }
  }

  @ParameterizedTest
  @MethodSource({"sampled", "tallies"})
  void ofNoRowsTheyAreUndefinedForAReason(List<Definition> functions) {
    String reasons = columns(functions, f -> call(f) + ".undefined");
    for (Sql.Mode mode : Sql.Mode.values()) {
      Row none =
          mode.run(() -> rows("SELECT %s FROM verdicts WHERE id < 0".formatted(reasons)).get(0));
      for (int i = 0; i < functions.size(); i++) {
        assertTrue(
            none.getString(i).matches("no_[a-z_]+|too_few_values|few_raters"),
            functions.get(i).name() + ": " + none.getString(i));
      }
    }
    String nulls = "SELECT %s FROM (SELECT * FROM verdicts WHERE id < 1)";
    assertEquals(1, rows(nulls.formatted(reasons)).size());
  }

  @ParameterizedTest
  @MethodSource("tallies")
  void awkwardValuesMakeNoneOfThemThrow(List<Definition> functions) {
    String values =
        "VALUES (double('NaN'), -1.5D, 'a', array(1e300, NULL, double('Infinity'))),"
            + " (1e300, 2D, NULL, array()), (-1e300, double('-Infinity'), 'b', NULL)"
            + " AS t(x, y, z, votes)";
    for (String from : new String[] {values, "(SELECT *, x AS a, y AS b FROM " + values + ")"}) {
      String calls = columns(functions, f -> call(f).replace("(a, b", "(x, y"));
      rows("SELECT %s FROM %s".formatted(calls, from));
    }
  }

  @ParameterizedTest
  @EnumSource(Sql.Mode.class)
  void anAnalystsFirstQueryWorks(Sql.Mode mode) {
    String query =
        "SELECT criterion, cohens_kappa(a_pass => a, b_pass => b).value k, count(*) n FROM verdicts"
            + " GROUP BY criterion HAVING cohens_kappa(a, b).undefined IS NULL ORDER BY k";
    assertEquals(3, mode.run(() -> rows(query)).size());
  }

  @Test
  void verdictsAreCountedInTheCompiledHashAggregation() {
    Sql.SPARK.conf().set("spark.sql.adaptive.enabled", "false");
    String plan =
        rows("EXPLAIN CODEGEN SELECT criterion, gwet_ac1(a, b) FROM verdicts GROUP BY criterion")
            .get(0)
            .getString(0);
    Sql.SPARK.conf().unset("spark.sql.adaptive.enabled");
    assertTrue(plan.startsWith("Found 2 WholeStageCodegen subtrees."), plan);
    assertTrue(plan.contains("HashAggregate(keys"), plan);
    assertFalse(plan.contains("ObjectHashAggregate"), plan);
  }

  @Test
  void tiesAndMissingRatingsAreCountedAsPatterns() {
    assertEquals(
        "0.743421052631579",
        Sql.print(
            "SELECT krippendorff_alpha(r).value FROM VALUES (array(1, 1, NULL, 1)), (array(2, 2, 3, 2)),"
                + " (array(3, 3, 3, 3)), (array(3, 3, 3, 3)), (array(2, 2, 2, 2)), (array(1, 2, 3, 4)),"
                + " (array(4, 4, 4, 4)), (array(1, 1, 2, 1)), (array(2, 2, 2, 2)), (array(NULL, 5, 5, 5)),"
                + " (array(NULL, NULL, 1, 1)), (array(NULL, NULL, 3, NULL)) AS t(r)"));
  }

  @Test
  void moreGroupsThanMemoryHoldsAreSorted() {
    String query = "SELECT id % 500 g, fleiss_kappa(votes) FROM verdicts GROUP BY g ORDER BY g";
    List<Row> hashed = rows(query);
    Sql.SPARK.conf().set("spark.sql.objectHashAggregate.sortBased.fallbackThreshold", "3");
    List<Row> sorted = rows(query);
    Sql.SPARK.conf().unset("spark.sql.objectHashAggregate.sortBased.fallbackThreshold");
    assertEquals(500, sorted.size());
    assertEquals(hashed, sorted);
  }

  @Test
  void whatIsNoVerdictIsRefused() {
    assertRefused("cohens_kappa(x, y)", "a_pass has to be of type boolean, not int");
    assertRefused("cohens_kappa(string(a), b)", "a_pass has to be of type boolean, not string");
    assertRefused("welch_t(string(x), y)", "in_first has to be of type double, not string");
    assertRefused("krippendorff_alpha(votes, string(x))", "level has to be a constant");
    assertRefused("fleiss_kappa(x)", "ratings has to be of type array<string>, not int");
  }

  @Test
  void patternsTravelAsBytes() {
    Patterns patterns = new Patterns();
    patterns.add(Arrays.asList(Category.of("é"), null, Category.of(-0.5)), 7);
    patterns.add(List.of(), 1);
    patterns.add(Arrays.asList(null, Category.of(true)), 1L << 40);
    assertEquals(patterns, PatternBytes.read(PatternBytes.write(patterns)));
  }

  /** Exactly, save that means are merged in the order of partitions, which costs a last digit. */
  private static void assertSame(List<Definition> functions, List<Row> expected, List<Row> got) {
    for (int i = 0; i < functions.size(); i++) {
      boolean means = functions.get(i).documentation().over() == Sample.TWO_MEANS;
      String beyond = means ? "(\\.\\d{8})\\d+" : "(?!)";
      assertEquals(
          column(expected, i).replaceAll(beyond, "$1"),
          column(got, i).replaceAll(beyond, "$1"),
          functions.get(i).name());
    }
  }

  private static String column(List<Row> rows, int at) {
    return rows.stream().map(row -> String.valueOf(row.get(at))).toList().toString();
  }

  private static String columns(List<Definition> functions, Function<Definition, String> each) {
    return functions.stream()
        .map(f -> each.apply(f) + " AS " + f.name() + "_of")
        .collect(Collectors.joining(", "));
  }

  private static void assertRefused(String call, String message) {
    AnalysisException refusal =
        assertThrows(
            AnalysisException.class, () -> rows("SELECT %s FROM verdicts".formatted(call)));
    assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
  }

  private static List<Row> rows(String query) {
    return Sql.SPARK.sql(query).collectAsList();
  }

  private static String ofCounts(Definition function) {
    return "%s(%s)".formatted(function.name(), counts(function));
  }

  private static String counts(Definition function) {
    return switch (function.documentation().over()) {
      case PAIRS -> String.join(", ", COUNTS);
      case SHARE -> TWO_COUNTS.formatted("a");
      case TWO_SHARES -> TWO_COUNTS.formatted("a") + ", " + TWO_COUNTS.formatted("b");
      case TWO_MEANS -> TWO_MEANS.formatted("x") + ", " + TWO_MEANS.formatted("y");
      case NONE -> throw new AssertionError(function.name() + " is not over rows");
    };
  }

  private static String call(Definition function) {
    String columns =
        switch (function.documentation().over()) {
          case PAIRS, TWO_SHARES -> "a, b";
          case SHARE -> "a";
          case TWO_MEANS -> "x, y";
          case NONE -> tallied(function);
        };
    return "%s(%s)".formatted(function.name(), columns);
  }

  private static String tallied(Definition function) {
    return switch (function.name()) {
      case "bootstrap_agreement" -> "abs(x), abs(y), 1, 2, 'gwet_ac1', 7, 200";
      case "mann_whitney_u", "cliffs_delta" -> "x, y";
      case "weighted_kappa" -> "a, b";
      default -> "votes";
    };
  }
}
