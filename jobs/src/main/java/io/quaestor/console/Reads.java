package io.quaestor.console;

import static org.apache.spark.sql.functions.col;

import io.quaestor.lake.Lake;
import io.quaestor.lake.Table;
import io.quaestor.lake.Tables;
import io.quaestor.lake.Together;
import io.quaestor.review.Filter;
import io.quaestor.review.History;
import io.quaestor.review.Listed;
import io.quaestor.review.Queue;
import io.quaestor.review.Reviewed;
import io.quaestor.tables.Audit;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.GenerationRun;
import io.quaestor.tables.Question;
import io.quaestor.tables.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.sql.Row;

/** What pages show, from tables that are kept in memory between their versions. */
final class Reads {
  private static final int MOST_NAMES = 200;
  private static final int MOST_VARIANTS = 200;

  private final Lake lake;
  private final Kept<Row> disagreed;
  private final Kept<Row> index;
  private final Kept<Question> questions;
  private final Kept<Chunk> chunks;
  private final Kept<Audit> audits;
  private final Kept<Review> reviews;
  private final Kept<GenerationRun> runs;
  private final AtomicReference<Named> names = new AtomicReference<>(new Named(List.of(), null));

  Reads(Lake lake) {
    this.lake = lake;
    this.disagreed = new Kept<>(lake, List.of(Tables.AUDITS), () -> new Queue(lake).disagreed());
    this.index =
        new Kept<>(
            lake,
            List.of(Tables.QUESTIONS, Tables.AUDITS),
            () -> new Queue(lake).index(disagreed.now()));
    this.questions = kept(Tables.QUESTIONS);
    this.chunks = kept(Tables.CHUNKS);
    this.audits = kept(Tables.AUDITS);
    this.reviews = kept(Tables.REVIEWS);
    this.runs = kept(Tables.GENERATION_RUNS);
  }

  private <T extends Record> Kept<T> kept(Table<T> table) {
    return new Kept<>(lake, List.of(table), () -> lake.read(table));
  }

  /** Reads what has changed, so that the next page need not wait for it. */
  void refresh() {
    Together.run(index::now, questions::now, chunks::now, audits::now, reviews::now, runs::now);
  }

  /** What there is to filter by, and how many questions are in each state. */
  record Names(
      List<String> units,
      List<String> pipelines,
      List<String> types,
      long all,
      long flagged,
      long disagreed,
      long draft,
      long stale) {}

  private record Named(List<Long> versions, Names names) {}

  /**
   * A question with all that stands beside it; all but the question may be missing.
   *
   * @param parent null for none
   * @param chunk null when the question's passage is not in the corpus
   * @param audits verdicts on the content it has now, the newest of each auditor
   */
  record Whole(
      Question question, Question parent, Chunk chunk, List<Audit> audits, History history) {}

  /** A page of the queue. */
  List<Listed> page(Filter filter, String after, int size) {
    return lake.typed(Queue.page(index.now(), filter, after, size), Listed.class).collectAsList();
  }

  Names names() {
    List<Long> now = index.versions();
    Named known = names.get();
    if (!known.versions().equals(now)) {
      known = new Named(now, readNames());
      names.set(known);
    }
    return known.names();
  }

  private Names readNames() {
    Row row =
        index
            .now()
            .selectExpr(
                "collect_set(unit_id)",
                "collect_set(pipeline)",
                "collect_set(type)",
                "count(*)",
                "count_if(quality_status = 'flagged')",
                "count_if(disagreed)",
                "count_if(review_status = 'draft')",
                "count_if(review_status = 'stale')")
            .head();
    return new Names(
        sorted(row.getList(0)),
        sorted(row.getList(1)),
        sorted(row.getList(2)),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7));
  }

  private static List<String> sorted(List<String> names) {
    return names.stream().filter(Objects::nonNull).sorted().limit(MOST_NAMES).toList();
  }

  /** A question with its history, null when there is none. */
  Reviewed reviewed(String id) {
    List<Question> found = new ArrayList<>();
    List<Review> events = new ArrayList<>();
    Together.run(
        () -> found.add(question(id)), () -> events.addAll(some(reviews, "questionId", id)));
    return found.get(0) == null ? null : new Reviewed(found.get(0), History.of(events));
  }

  /** A question, null when there is none. */
  Question question(String id) {
    List<Question> found = questions.now().filter(col("questionId").equalTo(id)).takeAsList(1);
    return found.isEmpty() ? null : found.get(0);
  }

  /** A question with all that stands beside it, null when there is none. */
  Whole whole(String id) {
    Question question = question(id);
    if (question == null) {
      return null;
    }
    List<Question> parent = new ArrayList<>();
    List<Chunk> chunk = new ArrayList<>();
    List<Audit> verdicts = new ArrayList<>();
    List<Review> events = new ArrayList<>();
    Together.run(
        () -> parent.add(parent(question)),
        () -> chunk.addAll(some(chunks, "chunkId", question.chunkId())),
        () -> verdicts.addAll(verdicts(question)),
        () -> events.addAll(some(reviews, "questionId", id)));
    return new Whole(
        question,
        parent.get(0),
        chunk.isEmpty() ? null : chunk.get(0),
        verdicts,
        History.of(events));
  }

  private Question parent(Question question) {
    return question.parentQuestionId() == null ? null : question(question.parentQuestionId());
  }

  private List<Audit> verdicts(Question question) {
    List<Audit> newest = new ArrayList<>();
    some(audits, "questionId", question.questionId()).stream()
        .filter(audit -> Objects.equals(audit.contentSha256(), question.contentSha256()))
        .sorted(
            java.util.Comparator.comparing(Audit::auditor)
                .thenComparing(Audit::auditedAt, java.util.Comparator.reverseOrder()))
        .forEach(
            audit -> {
              if (newest.stream().noneMatch(known -> known.auditor().equals(audit.auditor()))) {
                newest.add(audit);
              }
            });
    return newest;
  }

  /** Rows that belong to one question or one chunk. */
  private static <T> List<T> some(Kept<T> kept, String column, String value) {
    return kept.now().filter(col(column).equalTo(value)).collectAsList();
  }

  /** Variants of a question, the newest first. */
  List<Question> variants(String parentId) {
    return questions
        .now()
        .filter(col("parentQuestionId").equalTo(parentId))
        .orderBy(col("createdAt").desc(), col("questionId"))
        .takeAsList(MOST_VARIANTS);
  }

  /** What every event of some questions says, for their versions. */
  List<Review> events(List<String> questionIds) {
    return reviews.now().filter(col("questionId").isInCollection(questionIds)).collectAsList();
  }

  /** The newest runs. */
  List<GenerationRun> runs(int most) {
    return runs.now().orderBy(col("createdAt").desc()).takeAsList(most);
  }
}
