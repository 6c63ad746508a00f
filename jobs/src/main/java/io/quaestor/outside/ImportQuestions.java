package io.quaestor.outside;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;

import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Question;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Questions of others, as ours.
 *
 * <p>Reads files, {@code questions} and {@code chunks}; writes {@code questions}, {@code
 * rejections}, {@code batches} (one per file) and, last, {@code generation_runs}. Ids of run and
 * batches come from the rows: the same files again change nothing. A row that is not sound is kept
 * out and the others are imported.
 */
public final class ImportQuestions {
  private final Lake lake;
  private final Clock clock;
  private List<String> rejects = List.of();

  public ImportQuestions(Lake lake, Clock clock) {
    this.lake = lake;
    this.clock = clock;
  }

  /**
   * Imports the files.
   *
   * @param name version of the pipeline {@code import}, null for the first file's name
   * @param replace whether a question that exists with other content is replaced; else its row is
   *     kept out
   * @return {@code partial} when a row was kept out
   * @throws JobException with exit code 2 when a file cannot be read or lacks a column
   */
  public JobOutcome execute(ImportOptions options, String name, boolean replace) {
    lake.spark().sparkContext().setJobDescription("import questions");
    List<OutsideFile> files =
        OutsideFile.find(
            options.paths(), options.format(), lake.spark().sparkContext().hadoopConfiguration());
    Dataset<ParsedQuestion> rows = lake.settled(read(files));
    String version = name == null ? files.get(0).name() : name;
    String runId = ImportRun.id(version, replace, rows);
    Dataset<PlacedQuestion> placed =
        lake.settled(place(rows, new Place(runId, version, replace, clock.instant())));
    Map<String, Long> counts = counts(rows.count(), placed);
    ImportRun run = new ImportRun(runId, version, replace, clock.instant());
    boolean changed = new ImportTables(lake).write(run, placed, counts);
    rejects = report(placed, files, options.rejects());
    return new JobOutcome(
        counts.get("rejected") > 0 ? JobOutcome.PARTIAL : JobOutcome.COMPLETE,
        counts,
        changed,
        null);
  }

  /** The first twenty reasons why rows were kept out, with where they stand. */
  public List<String> rejects() {
    return rejects;
  }

  private Dataset<ParsedQuestion> read(List<OutsideFile> files) {
    List<String> known = new ArrayList<>(QuestionColumns.known().keySet());
    return new OutsideRows(lake.spark(), known, QuestionColumns.REQUIRED)
        .of(files)
        .map(new Parse(), RecordEncoder.of(ParsedQuestion.class));
  }

  private Dataset<PlacedQuestion> place(Dataset<ParsedQuestion> rows, Place place) {
    Dataset<PlacedQuestion> sound =
        candidates(rows.filter("size(problems) = 0").toDF())
            .as(RecordEncoder.of(Place.Candidate.class))
            .map(place, RecordEncoder.of(PlacedQuestion.class));
    return rows.filter("size(problems) > 0")
        .map(
            (MapFunction<ParsedQuestion, PlacedQuestion>) Place::rejected,
            RecordEncoder.of(PlacedQuestion.class))
        .union(sound);
  }

  private Dataset<Row> candidates(Dataset<Row> sound) {
    WindowSpec sameId = Window.partitionBy("questionId").orderBy("file", "number");
    Dataset<Row> rows =
        sound.select(
            struct("*").as("row"),
            row_number().over(sameId).as("turn"),
            first(col("question.contentSha256")).over(sameId).as("firstSha256"));
    Dataset<Row> old = lake.read(Tables.QUESTIONS).select(struct("*").as("old"));
    Dataset<Row> chunks =
        lake.read(Tables.CHUNKS)
            .select(
                col("chunkId"), struct("documentId", "unitId", "topic", "language").as("chunk"));
    Column named = expr("row.question.chunkId = chunkId");
    return rows.join(old, expr("row.questionId = old.questionId"), "left_outer")
        .join(chunks, named, "left_outer")
        .select("row", "turn", "firstSha256", "old", "chunk");
  }

  /** Every row ends in exactly one way. */
  private static Map<String, Long> counts(long rows, Dataset<PlacedQuestion> placed) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("rows", rows);
    List.of("imported", "replaced", "unchanged", "rejected").forEach(end -> counts.put(end, 0L));
    placed
        .groupBy("fate")
        .count()
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    long ends = counts.values().stream().mapToLong(Long::longValue).sum() - rows;
    if (ends != rows) {
      throw new IllegalStateException("The import does not add up: " + counts);
    }
    return counts;
  }

  private List<String> report(
      Dataset<PlacedQuestion> placed, List<OutsideFile> files, String file) {
    Rejects kept =
        Rejects.of(
            placed
                .filter("fate = 'rejected'")
                .selectExpr("file", "number", "cells['question_id'] AS id", "problems"),
            files);
    if (file != null) {
      kept.write(file, lake.spark().sparkContext().hadoopConfiguration());
    }
    return kept.first();
  }

  private record Parse() implements MapFunction<RawRow, ParsedQuestion> {
    @Override
    public ParsedQuestion call(RawRow row) {
      String id = row.cells().get("question_id");
      if (row.problem() != null) {
        List<Problem> problems = List.of(Problem.of(null, row.problem(), null));
        return new ParsedQuestion(row.file(), row.number(), id, null, problems, row.cells(), false);
      }
      QuestionCells cells = QuestionCells.of(row.cells());
      Question question = cells.question();
      return new ParsedQuestion(
          row.file(),
          row.number(),
          question == null ? id : question.questionId(),
          question,
          cells.problems(),
          row.cells(),
          true);
    }
  }
}
