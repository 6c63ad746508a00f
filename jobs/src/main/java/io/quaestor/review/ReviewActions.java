package io.quaestor.review;

import static org.apache.spark.sql.functions.col;

import io.quaestor.JobException;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Question;
import io.quaestor.tables.Review;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/**
 * The one way by which people change questions.
 *
 * <p>An action is refused when the question is no longer what the caller saw, saying who did what
 * and when; of two that come at the same moment, in any processes, the second is refused. The event
 * is written first and then the question ({@link EventLog}). No lock is taken: jobs may be at work.
 */
public final class ReviewActions {
  private final Lake lake;
  private final Clock clock;
  private final Function<String, Reviewed> reads;
  private final EventLog log;

  public ReviewActions(Lake lake, Clock clock) {
    this(lake, clock, null);
  }

  /**
   * The same with reads of one's own.
   *
   * @param reads a question by its id as the tables have it now, null when there is none
   */
  public ReviewActions(Lake lake, Clock clock, Function<String, Reviewed> reads) {
    this.reads = reads == null ? this::fromTables : reads;
    this.lake = lake;
    this.clock = clock;
    this.log = new EventLog(lake);
  }

  /**
   * Brings all questions up to date whose writers were killed.
   *
   * @return how many there were
   */
  public long repair() {
    return log.repair();
  }

  /**
   * A question with its history; brought up to date first when a writer was killed.
   *
   * @throws JobException with exit code 2 when there is none
   */
  public Reviewed load(String questionId) {
    Reviewed found = read(questionId);
    if (!found.isBehind()) {
      return found;
    }
    log.apply(found.question(), found.history().last());
    return read(questionId);
  }

  /**
   * Approves, rejects or archives.
   *
   * @param action one of these three
   * @throws JobException with exit code 2 when that was done already or the question has changed
   */
  public Review decide(Action action, Decision decision) {
    return write(decision, now -> decided(now, action, decision));
  }

  private Review decided(Reviewed now, Action action, Decision decision) {
    if (now.question().reviewStatus().equals(action.status())) {
      throw JobException.input(
          "already_" + action.status(),
          "Question %s is %s already%s"
              .formatted(decision.questionId(), action.status(), by(now.history().last())),
          "there is nothing to do");
    }
    return event(now, action, decision, Event.Effect.status(action.status()));
  }

  /**
   * Changes the content. Verdicts on the old content no longer hold, so it is a draft and pending
   * again; variants made of the old content become stale.
   *
   * @throws JobException with exit code 2 when it would not be sound or the question has changed
   */
  public Review edit(Decision decision, Edited edited) {
    return write(
        decision,
        now -> {
          Event.Effect effect =
              Event.Effect.status(Action.EDIT.status())
                  .content(now.question(), edited.over(now.question()));
          return event(now, Action.EDIT, decision, effect);
        });
  }

  /**
   * Archives a question in whose place another was made.
   *
   * @param newId the other
   */
  public Review replaced(Decision decision, String newId) {
    return write(
        decision, now -> event(now, Action.REGENERATE, decision, Event.Effect.replaced(newId)));
  }

  /**
   * Takes back the newest action that still holds: the review status and, after an edit, the
   * content are what they were before it. Content comes back as pending: an audit finds the
   * verdicts on it in the ledger.
   *
   * @throws JobException with exit code 2 when there is none or the question has changed
   */
  public Review undo(Decision decision) {
    return write(decision, now -> undone(now, decision));
  }

  private Review undone(Reviewed now, Decision decision) {
    Review undone = now.history().undoable();
    if (undone == null) {
      throw JobException.input(
          "nothing_to_undo",
          "Nothing was done to question %s that still holds".formatted(decision.questionId()),
          "see `quaestor review show %s`".formatted(decision.questionId()));
    }
    Event.Effect effect = Event.Effect.undone(now.question(), undone);
    return event(now, Action.UNDO, decision, effect);
  }

  /**
   * Writes what follows from the question as it is.
   *
   * @throws JobException when another event came first
   */
  private Review write(Decision decision, Function<Reviewed, Review> follows) {
    for (int attempt = 0; attempt < EventLog.ATTEMPTS; attempt++) {
      long seen = log.version();
      Reviewed now = unchanged(decision);
      Review event = follows.apply(now);
      EventLog.Ending ending = log.append(event, seen);
      if (ending == EventLog.Ending.TAKEN) {
        throw changed(load(event.questionId()));
      }
      if (ending == EventLog.Ending.WRITTEN) {
        log.apply(now.question(), event);
        if (event.after() != null) {
          new Staleness(lake).ofParent(event.questionId(), event.at());
        }
        return event;
      }
    }
    throw EventLog.busy();
  }

  private Review event(Reviewed now, Action action, Decision decision, Event.Effect effect) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Event.By by = new Event.By(decision.reviewer(), at, decision.notes());
    return new Event(Event.Place.of(now), action, by, effect).row();
  }

  /**
   * The question that a decision is about.
   *
   * @throws JobException with exit code 2 when it is no longer what the decision was made on
   */
  public Reviewed unchanged(Decision decision) {
    Reviewed now = load(decision.questionId());
    if (decision.seen() != null && !decision.seen().equals(now.version())) {
      throw changed(now);
    }
    return now;
  }

  private static JobException changed(Reviewed now) {
    Review last = now.history().last();
    return JobException.input(
        "question_changed",
        last == null
            ? "Question %s has changed since you saw it".formatted(now.question().questionId())
            : "%s %s question %s at %s, after you had seen it"
                .formatted(
                    last.reviewer(),
                    Action.of(last.action()).did(),
                    last.questionId(),
                    last.at().truncatedTo(ChronoUnit.SECONDS)),
        "look at it as it is now, then decide; nothing of yours was written");
  }

  private static String by(Review last) {
    return last == null
        ? ""
        : ": %s %s it at %s"
            .formatted(
                last.reviewer(),
                Action.of(last.action()).did(),
                last.at().truncatedTo(ChronoUnit.SECONDS));
  }

  private Reviewed read(String questionId) {
    Reviewed found = reads.apply(questionId);
    if (found == null) {
      throw JobException.input(
          "unknown_question",
          "There is no question %s".formatted(questionId),
          "find ids with `quaestor review list`");
    }
    return found;
  }

  private Reviewed fromTables(String questionId) {
    List<Question> found =
        lake.read(Tables.QUESTIONS).filter(col("questionId").equalTo(questionId)).takeAsList(1);
    return found.isEmpty() ? null : new Reviewed(found.get(0), History.of(log.of(questionId)));
  }
}
