package io.quaestor.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.TestSession;
import io.quaestor.lake.Lake;
import io.quaestor.lake.NamedQueries;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Audit;
import io.quaestor.tables.Question;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Sessions as a Connect server makes them for its clients: nothing is shared but the context. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TestWarehouseCatalog {
  private static final Path README = Path.of(System.getProperty("quaestor.root"), "README.md");

  private static final List<String> WRITES =
      List.of(
          "INSERT INTO questions SELECT * FROM questions",
          "INSERT OVERWRITE questions SELECT * FROM questions",
          "DELETE FROM questions",
          "UPDATE questions SET stem = ''",
          "MERGE INTO questions USING units ON false WHEN MATCHED THEN DELETE",
          "TRUNCATE TABLE questions",
          "ALTER TABLE questions ADD COLUMN mine INT",
          "ALTER TABLE questions RENAME TO mine",
          "ALTER VIEW questions AS SELECT 1",
          "OPTIMIZE questions",
          "VACUUM questions",
          "DROP TABLE questions",
          "DROP VIEW questions",
          "CREATE OR REPLACE VIEW questions AS SELECT 1",
          "CREATE TABLE mine AS SELECT 1 AS a",
          "CREATE DATABASE mine",
          "DROP DATABASE warehouse CASCADE");

  private Lake lake;
  private SparkSession one;
  private SparkSession other;

  @BeforeAll
  void write(@TempDir Path folder) {
    lake = Lake.open(TestSession.small(), folder.resolve("a warehouse").toString());
    Judged[] judged = {
      Judged.active("q1", "beginner", "advanced"), Judged.flagged("q2", "la vapeur")
    };
    lake.add(Tables.QUESTIONS, questions(judged));
    lake.add(Tables.AUDITS, audits(judged));
    one = session(lake);
    other = session(lake);
  }

  @Test
  void everySessionHasEveryTableAndViewByItsPlainName() {
    Set<String> names = new TreeSet<>(NamedQueries.names());
    for (SparkSession session : List.of(one, other)) {
      List<Row> shown = session.sql("SHOW TABLES").collectAsList();
      assertEquals(names, new TreeSet<>(shown.stream().map(row -> row.getString(1)).toList()));
    }
    names.forEach(name -> assertTrue(one.table(name).schema().nonEmpty(), name));
  }

  @Test
  void whatIsWrittenLaterIsSeenByASessionThatLookedBefore(@TempDir Path folder) {
    Lake fresh = Lake.open(TestSession.small(), folder.resolve("w").toString());
    SparkSession session = session(fresh);
    for (int rows = 0; rows < 3; rows++) {
      assertEquals(rows, session.sql("SELECT * FROM active_questions").count());
      fresh.add(Tables.QUESTIONS, questions(Judged.active("q" + rows, "beginner", "beginner")));
    }
    assertEquals(fresh.rows(Tables.QUESTIONS).schema(), session.table("questions").schema());
  }

  @Test
  void theQuestionsOfTheReadmeAreOneStatementEach() throws Exception {
    List<String> statements = statements(Files.readString(README));
    assertEquals(3, statements.size());
    Row doubted = one.sql(statements.get(0)).filter("question_id = 'q1'").head();
    assertEquals("[q1,active,beginner,advanced]", doubted.toString());
    Row lacking = one.sql(statements.get(1)).head();
    assertEquals(List.of("la vapeur"), lacking.getList(2));
    Row rate = one.sql(statements.get(2)).filter("auditor = 'sonnet'").head();
    assertEquals(1, rate.getLong(1));
    assertEquals(0.0, rate.getStruct(2).<Double>getAs("value"));
  }

  @Test
  void nothingIsWrittenByTheseNames() {
    long version = lake.version(Tables.QUESTIONS);
    WRITES.forEach(
        write -> assertThrows(Exception.class, () -> one.sql(write).collect(), () -> write));
    assertEquals(version, lake.version(Tables.QUESTIONS));
    Exception told = assertThrows(Exception.class, () -> one.sql("DROP VIEW questions"));
    assertTrue(told.getMessage().startsWith("The warehouse's tables are for reading here"));
  }

  @Test
  void functionsAreListedAndCalledByTheirPlainNames() {
    List<Row> listed = one.sql("SHOW USER FUNCTIONS LIKE '*_kappa'").collectAsList();
    assertTrue(listed.toString().contains("[quaestor.warehouse.cohens_kappa]"), listed::toString);
    String votes = "FROM VALUES (true, true), (false, true), (false, false) AS v(a, b)";
    Row kappa = other.sql("SELECT cohens_kappa(a, b).value " + votes).head();
    assertEquals(0.4, kappa.getDouble(0), 1e-12);
  }

  @Test
  void temporaryViewOfOneSessionIsNoneOfTheOthers() {
    one.range(3).createOrReplaceTempView("mine");
    assertEquals(3, one.table("mine").count());
    assertThrows(Exception.class, () -> other.table("mine"));
  }

  private static SparkSession session(Lake lake) {
    SparkSession session = TestSession.another();
    ConnectServer.tables(lake.root().toString()).forEach(session.conf()::set);
    return session;
  }

  private static Dataset<Question> questions(Judged... judged) {
    List<Question> questions = Stream.of(judged).map(Judged::question).toList();
    return TestSession.small().createDataset(questions, RecordEncoder.of(Question.class));
  }

  private static Dataset<Audit> audits(Judged... judged) {
    List<Audit> audits = Stream.of(judged).flatMap(each -> each.audits().stream()).toList();
    return TestSession.small().createDataset(audits, RecordEncoder.of(Audit.class));
  }

  private static List<String> statements(String readme) {
    String section = readme.substring(readme.indexOf("\n## For your own tools\n"));
    String sql = section.substring(section.indexOf("```sql\n") + 7);
    String block = sql.substring(0, sql.indexOf("```")).replaceAll("(?m)^--.*$", "");
    return Stream.of(block.split(";")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }
}
