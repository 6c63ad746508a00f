package io.quaestor.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobException;
import io.quaestor.generate.TinyCorpus;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.tables.GenerationRun;
import io.quaestor.tables.Question;
import io.quaestor.tables.Review;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Actions on a parent, its two variants and two other questions, which stay apart. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TestReviewActions {
  private static final Clock CLOCK = Clock.fixed(TinyCorpus.NOON, ZoneOffset.UTC);
  private static final Edited OTHER_STEM =
      new Edited("À quelle heure part-il ?", null, null, null, null, null);

  private Lake lake;
  private ReviewActions actions;

  @BeforeAll
  void parentWithVariants(@TempDir Path folder) {
    lake = TinyCorpus.lake(folder, 1);
    actions = new ReviewActions(lake, CLOCK);
    TinyCorpus.insert(
        lake,
        Tables.QUESTIONS,
        List.of(
            TinyCorpus.question("decided", "chunk-0", "sha"),
            TinyCorpus.question("killed", "chunk-0", "sha"),
            TinyCorpus.question("parent", "chunk-0", "sha"),
            variant("one", "draft"),
            variant("two", "rejected")));
    TinyCorpus.insert(lake, Tables.GENERATION_RUNS, List.of(run()));
  }

  @Test
  @Order(1)
  void decisionsAreEventsThatCanBeTakenBackAndTheSecondReviewerIsTold() {
    Reviewed seen = actions.load("decided");
    Review archived =
        actions.decide(Action.ARCHIVE, on("decided", "anna", "too easy", seen.version()));
    assertEquals("approved", archived.fromStatus());
    assertEquals("archived", archived.toStatus());
    assertEquals("too easy", archived.notes());
    JobException late =
        assertThrows(
            JobException.class,
            () -> actions.decide(Action.REJECT, on("decided", "ben", null, seen.version())));
    assertEquals("question_changed", late.code());
    assertEquals(
        "anna archived question decided at 2026-11-21T12:00:00Z, after you had seen it",
        late.getMessage());
    JobException again =
        assertThrows(
            JobException.class,
            () -> actions.decide(Action.ARCHIVE, on("decided", "ben", null, null)));
    assertEquals("already_archived", again.code());

    Review undo = actions.undo(on("decided", "ben", null, null));
    assertEquals(archived.reviewId(), undo.undoes());
    Reviewed now = actions.load("decided");
    assertEquals("approved", now.question().reviewStatus());
    assertEquals("active", now.question().qualityStatus());
    assertEquals(List.of(archived, undo), now.history().events());
    assertEquals(
        "nothing_to_undo",
        assertThrows(JobException.class, () -> actions.undo(on("decided", "ben", null, null)))
            .code());
  }

  @Test
  @Order(2)
  void anEditIsCheckedAndPendingAgainAndItsVariantsAreStale() {
    Edited unsound = new Edited(null, List.of("1", "1 ", "2"), null, null, null, null);
    JobException refused =
        assertThrows(
            JobException.class, () -> actions.edit(on("parent", "anna", null, null), unsound));
    assertTrue(refused.getMessage().contains("duplicate_option"), refused.getMessage());

    Review edit = actions.edit(on("parent", "anna", null, null), OTHER_STEM);
    Question parent = actions.load("parent").question();
    assertEquals("À quelle heure part-il ?", parent.stem());
    assertEquals("pending", parent.qualityStatus());
    assertEquals("draft", parent.reviewStatus());
    assertEquals(edit.toSha256(), parent.contentSha256());
    assertNotEquals("sha", parent.contentSha256());
    assertEquals(Map.of("one", "stale", "two", "rejected"), variantsByStatus());
    Review stale = actions.load("one").history().last();
    assertEquals("parent " + edit.toSha256(), stale.cause());
    assertEquals("quaestor", stale.reviewer());

    actions.undo(on("one", "anna", null, null));
    assertEquals(0, new Staleness(lake).ofParent("parent", TinyCorpus.NOON));
    actions.undo(on("parent", "anna", null, null));
    assertEquals(TinyCorpus.PARENT_STEM, actions.load("parent").question().stem());
    assertEquals("approved", actions.load("parent").question().reviewStatus());
  }

  @Test
  @Order(3)
  void whatAKilledWriterLeftIsAppliedAndOfTwoEventsAtOnceOneIsTaken() {
    EventLog log = new EventLog(lake);
    long version = log.version();
    Reviewed seen = actions.load("killed");
    assertEquals(EventLog.Ending.WRITTEN, log.append(event(seen, Action.REJECT, "anna"), version));
    assertEquals(EventLog.Ending.TAKEN, log.append(event(seen, Action.APPROVE, "ben"), version));
    Review other = event(actions.load("two"), Action.ARCHIVE, "ben");
    assertEquals(EventLog.Ending.MISSED, log.append(other, version));
    assertEquals("approved", status("killed"));
    assertEquals(1, log.repair());
    assertEquals("rejected", status("killed"));
    Review archived = event(actions.load("killed"), Action.ARCHIVE, "anna");
    assertEquals(EventLog.Ending.WRITTEN, log.append(archived, log.version()));
    assertEquals("archived", actions.load("killed").question().reviewStatus());
  }

  @Test
  @Order(4)
  void whatWasMadeFromAnOlderDocumentIsStaleOnce() {
    assertEquals(0, new Staleness(lake).ofDocuments(TinyCorpus.NOON));
    lake.update(
        Tables.DOCUMENTS,
        lake.rows(Tables.DOCUMENTS)
            .select(functions.col("document_id"), functions.lit(false).as("current")),
        List.of("current"),
        "true");
    assertEquals(3, new Staleness(lake).ofDocuments(TinyCorpus.NOON));
    assertEquals("archived", status("killed"));
    assertEquals(0, new Staleness(lake).ofDocuments(TinyCorpus.NOON));
    Review approved = actions.decide(Action.APPROVE, on("decided", "anna", "still right", null));
    assertEquals("stale", approved.fromStatus());
    assertNull(approved.cause());
    assertEquals(0, new Staleness(lake).ofDocuments(TinyCorpus.NOON));
  }

  private static Review event(Reviewed now, Action action, String who) {
    Event.By by = new Event.By(who, TinyCorpus.NOON, null);
    Event.Effect effect = Event.Effect.status(action.status());
    return new Event(Event.Place.of(now), action, by, effect).row();
  }

  private static Decision on(String id, String who, String notes, String seen) {
    return new Decision(id, who, notes, seen);
  }

  private String status(String id) {
    return lake.rows(Tables.QUESTIONS)
        .filter(functions.col("question_id").equalTo(id))
        .select("review_status")
        .head()
        .getString(0);
  }

  private Map<String, String> variantsByStatus() {
    return lake
        .read(Tables.QUESTIONS)
        .filter("parentQuestionId = 'parent'")
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(Question::questionId, Question::reviewStatus));
  }

  private Question variant(String id, String status) {
    Question like = TinyCorpus.question(id, "chunk-0", id);
    return lake.spark()
        .createDataset(List.of(like), RecordEncoder.of(Question.class))
        .withColumn("parentQuestionId", functions.lit("parent"))
        .withColumn("reviewStatus", functions.lit(status))
        .as(RecordEncoder.of(Question.class))
        .head();
  }

  private static GenerationRun run() {
    Map<String, String> arguments =
        Map.of(GenerationRun.PARENT_ID, "parent", GenerationRun.PARENT_CONTENT, "sha");
    return new GenerationRun(
        "run",
        "variants",
        "hybrid",
        Map.of(),
        arguments,
        1,
        2,
        1,
        1,
        2,
        2,
        0,
        0,
        "complete",
        "target_reached",
        List.of(),
        TinyCorpus.NOON,
        TinyCorpus.NOON);
  }
}
