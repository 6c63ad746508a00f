package io.quaestor.cli;

import io.quaestor.app.App;
import io.quaestor.app.ReviewText;
import io.quaestor.lake.Lake;
import io.quaestor.review.Action;
import io.quaestor.review.Decision;
import io.quaestor.review.ReviewActions;
import io.quaestor.tables.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** An action on one question. */
abstract class ReviewDecideCommand extends ReadCommand {
  @Parameters(paramLabel = "ID", description = "The question.")
  private String id;

  @Mixin private final ReviewOptions options = new ReviewOptions();

  abstract Review act(ReviewActions actions, Decision decision);

  @Override
  final void read(App app) {
    Lake lake = app.existingLake();
    Review event = act(new ReviewActions(lake, app.clock()), options.decision(id));
    new ReviewText(lake, app.clock(), json()).event(event).forEach(out()::println);
  }

  /** {@code review approve}. */
  @Command(name = "approve", description = "Approves a question.")
  static final class Approve extends ReviewDecideCommand {
    @Override
    Review act(ReviewActions actions, Decision decision) {
      return actions.decide(Action.APPROVE, decision);
    }
  }

  /** {@code review reject}. */
  @Command(name = "reject", description = "Rejects a question.")
  static final class Reject extends ReviewDecideCommand {
    @Override
    Review act(ReviewActions actions, Decision decision) {
      return actions.decide(Action.REJECT, decision);
    }
  }

  /** {@code review archive}. */
  @Command(name = "archive", description = "Puts a question away.")
  static final class Archive extends ReviewDecideCommand {
    @Override
    Review act(ReviewActions actions, Decision decision) {
      return actions.decide(Action.ARCHIVE, decision);
    }
  }

  /** {@code review undo}. */
  @Command(name = "undo", description = "Takes back the last action that still holds.")
  static final class Undo extends ReviewDecideCommand {
    @Override
    Review act(ReviewActions actions, Decision decision) {
      return actions.undo(decision);
    }
  }
}
