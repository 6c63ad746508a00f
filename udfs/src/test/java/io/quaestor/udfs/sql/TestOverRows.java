package io.quaestor.udfs.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.udfs.agreement.raters.Category;
import io.quaestor.udfs.agreement.raters.Patterns;
import java.util.Arrays;
import java.util.List;
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

  static Stream<Definition> sampled() {
    return Catalogue.all().stream().filter(f -> f.documentation().over() != Sample.NONE);
  }

  static Stream<Definition> tallies() {
    return Catalogue.all().stream().filter(Definition::isTally);
  }

  @ParameterizedTest
  @MethodSource("sampled")
  void overRowsTheyAreWhatTheyAreOfCounts(Definition function) {
    String counts =
        "SELECT criterion, %s(%s) FROM verdicts GROUP BY criterion ORDER BY criterion"
            .formatted(function.name(), counts(function));
    String rows =
        "SELECT criterion, %s FROM verdicts GROUP BY criterion ORDER BY criterion"
            .formatted(call(function));
    List<Row> expected = Sql.SPARK.sql(counts).collectAsList();
    for (Sql.Mode mode : Sql.Mode.values()) {
      assertEquals(expected, mode.run(() -> Sql.SPARK.sql(rows).collectAsList()), mode.toString());
    }
  }

  @ParameterizedTest
  @MethodSource({"sampled", "tallies"})
  void theyStandWhereverAnAggregateMay(Definition function) {
    String call = call(function);
    List<Row> ofOne = rows("SELECT %s FROM verdicts WHERE criterion = 1".formatted(call));
    assertSame(
        function,
        ofOne,
        rows("SELECT %s FILTER (WHERE criterion = 1) FROM verdicts".formatted(call)));
    assertSame(
        function,
        ofOne,
        rows(
            "SELECT DISTINCT f FROM (SELECT criterion, %s OVER (PARTITION BY criterion) f FROM verdicts) WHERE criterion = 1"
                .formatted(call)));
    assertSame(
        function,
        ofOne,
        rows(
            "SELECT f FROM (SELECT criterion, %1$s f FROM verdicts GROUP BY criterion HAVING %1$s IS NOT NULL) WHERE criterion = 1"
                .formatted(call)));
    assertSame(
        function,
        ofOne,
        rows(
            "SELECT %s FROM (SELECT DISTINCT * FROM verdicts WHERE criterion = 1)"
                .formatted(call)));
  }

  @ParameterizedTest
  @MethodSource({"sampled", "tallies"})
  void theOrderAndPartitionsOfRowsDoNotMatter(Definition function) {
    String query = "SELECT %s FROM verdicts %s";
    Row one = rows(query.formatted(call(function), "WHERE true")).get(0);
    for (int partitions : new int[] {1, 2, 50}) {
      Row other =
          Sql.SPARK
              .table("verdicts")
              .repartition(partitions, Sql.SPARK.table("verdicts").col("x"))
              .selectExpr(call(function))
              .first();
      assertSame(function, List.of(one), List.of(other));
    }
  }

  @ParameterizedTest
  @MethodSource({"sampled", "tallies"})
  void ofNoRowsTheyAreUndefinedForAReason(Definition function) {
    for (Sql.Mode mode : Sql.Mode.values()) {
      Row none =
          mode.run(
              () ->
                  rows("SELECT %s.undefined FROM verdicts WHERE id < 0".formatted(call(function)))
                      .get(0));
      assertTrue(
          none.getString(0).matches("no_[a-z_]+|too_few_values|few_raters"), none.toString());
    }
    String nulls = "SELECT %s.undefined FROM (SELECT * FROM verdicts WHERE id < 1)";
    assertEquals(1, rows(nulls.formatted(call(function))).size());
  }

  @ParameterizedTest
  @MethodSource("tallies")
  void awkwardValuesMakeNoneOfThemThrow(Definition function) {
    String values =
        "VALUES (double('NaN'), -1.5D, 'a', array(1e300, NULL, double('Infinity'))),"
            + " (1e300, 2D, NULL, array()), (-1e300, double('-Infinity'), 'b', NULL)"
            + " AS t(x, y, z, votes)";
    for (String from : new String[] {values, "(SELECT *, x AS a, y AS b FROM " + values + ")"}) {
      String call = call(function).replace("(a, b", "(x, y");
      rows("SELECT %s FROM %s".formatted(call, from));
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
  private static void assertSame(Definition function, List<Row> expected, List<Row> got) {
    if (function.documentation().over() == Sample.TWO_MEANS) {
      String beyond = "(\\.\\d{8})\\d+";
      assertEquals(
          expected.toString().replaceAll(beyond, "$1"), got.toString().replaceAll(beyond, "$1"));
    } else {
      assertEquals(expected, got);
    }
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
