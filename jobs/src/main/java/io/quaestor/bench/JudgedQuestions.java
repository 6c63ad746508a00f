package io.quaestor.bench;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Questions as tables have them after a judge: texts of the usual lengths (a stem of about 100
 * characters, four options of 35, a passage of 430), scores by rubric v4 of which one in a hundred
 * is missing or out of range, and two citations of which one in four is not exact. The same for the
 * same number.
 */
final class JudgedQuestions {
  /** As long as the clauses of a school book. */
  private static final String CLAUSES =
      "l’eau des rivières s’évapore au soleil|la vapeur monte et se refroidit vite"
          + "|de fines gouttes forment les nuages|le vent pousse les nuages vers la côte"
          + "|la pluie tombe surtout en automne|une partie de l’eau rejoint la nappe"
          + "|les glaciers fondent un peu chaque été|les plantes boivent par leurs racines"
          + "|le sel reste au fond du marais|la neige tient au-dessus de 1 500 mètres"
          + "|les champs sèchent après la récolte|un puits descend jusqu’à douze mètres"
          + "|la rosée se dépose pendant la nuit|le barrage retient la crue de printemps"
          + "|la brume se lève avant dix heures|le ruisseau traverse tout le village"
          + "|les poissons remontent vers la source|l’étang gèle trois semaines par an"
          + "|la marée couvre le sable deux fois|le moulin tourne grâce au courant"
          + "|les tuyaux portent l’eau aux maisons|la station filtre le sable et la boue"
          + "|les égouts mènent à une autre usine|le fleuve dépose ses limons en plaine";

  private static final int CLAUSE_COUNT = 24;
  private static final int PASSAGE_CLAUSES = 12;
  private static final int OPTIONS = 4;
  private static final long SEED = 20_261_121L;

  static final List<String> BINARIES =
      List.of(
          "grounded", "answerable_from_context", "has_single_clear_correct", "format_justified");
  static final List<String> LIKERTS =
      List.of("non_trivial", "distractors_plausible", "clarity", "context_authentic");

  private JudgedQuestions() {}

  static Dataset<Row> of(SparkSession spark, long rows) {
    List<String> parts = new ArrayList<>(List.of("id"));
    for (int i = 0; i < PASSAGE_CLAUSES; i++) {
      parts.add("%s AS c%d".formatted(clause(draw(i, CLAUSE_COUNT)), i));
    }
    for (int i = 0; i < OPTIONS; i++) {
      int share = CLAUSE_COUNT / OPTIONS;
      parts.add("%s AS o%d".formatted(clause(i * share + " + " + draw(100 + i, share)), i));
    }
    return spark.range(0, rows).selectExpr(array(parts)).selectExpr(array(columns()));
  }

  private static List<String> columns() {
    List<String> columns = new ArrayList<>();
    columns.add("id");
    BINARIES.forEach(name -> columns.add(score(name, "int(%s < 9)".formatted(draw(name, 10)))));
    LIKERTS.forEach(name -> columns.add(score(name, "int(2 + %s)".formatted(draw(name, 4)))));
    String isTyped = draw("type", 10) + " = 0";
    columns.add("IF(%s, 'short_answer', 'mcq_single') AS type".formatted(isTyped));
    columns.add("concat('Selon le texte, pourquoi ', c0, ' quand ', c5, ' ?') AS stem");
    columns.add("IF(%s, NULL, array(o0, o1, o2, o3)) AS options".formatted(isTyped));
    columns.add(
        "array(element_at(array(o0, o1, o2, o3), int(1 + %s))) AS answer"
            .formatted(draw("key", 4)));
    columns.add("concat_ws('. ', c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11) AS passage");
    columns.add("array('s1', 's2', 's3', 's4') AS span_ids");
    columns.add(
        "array(named_struct('span_id', 's1', 'quote', concat(c2, '. ', c3)), named_struct('span_id',"
            + " concat('s', 1 + %s), 'quote', CASE %s WHEN 0 THEN upper(c7) WHEN 1 THEN concat(c7, ' hier') ELSE c7"
                .formatted(draw("span", 5), draw("quote", 8))
            + " END)) AS citations");
    return columns;
  }

  private static String score(String name, String valid) {
    String chance = draw(name + " flaw", 800);
    return "CASE %s WHEN 0 THEN NULL WHEN 1 THEN 6 ELSE %s END AS %s"
        .formatted(chance, valid, name);
  }

  private static String clause(String number) {
    return "element_at(split('%s', '[|]'), int(1 + %s))".formatted(CLAUSES, number);
  }

  /** A number from 0 below the bound, by the row's id. */
  private static String draw(Object purpose, int bound) {
    return "pmod(xxhash64(id, '%s', %dL), %d)".formatted(purpose, SEED, bound);
  }

  private static String[] array(List<String> list) {
    return list.toArray(String[]::new);
  }
}
