package io.quaestor.console;

import io.quaestor.JobException;
import io.quaestor.app.App;
import io.quaestor.app.Regenerate;
import io.quaestor.conf.VariantsConf;
import io.quaestor.generate.VariantsJob;
import io.quaestor.generate.variants.VariantsOptions;
import io.quaestor.review.Action;
import io.quaestor.review.Decision;
import io.quaestor.review.Edited;
import io.quaestor.review.ReviewActions;
import io.quaestor.tables.Review;
import java.util.List;

/** What forms have done; each gives the address to go on to. */
final class Forms {
  private static final int LONGEST_NAME = 60;

  private final App app;
  private final ReviewActions actions;
  private final Reads reads;
  private final Work work;

  Forms(App app, ReviewActions actions, Reads reads, Work work) {
    this.app = app;
    this.actions = actions;
    this.reads = reads;
    this.work = work;
  }

  /**
   * Does what a form says; what is refused is told on the next page.
   *
   * @param path what the form was sent to
   */
  String handle(String path, Form form, Visitor visitor) {
    String back = form.given("back") == null ? "/" : form.given("back");
    try {
      return switch (path) {
        case "/act" -> act(form, visitor, back);
        case "/edit" -> edit(form, visitor, back);
        case "/regenerate" -> regenerate(form, visitor);
        case "/generate" -> generate(form, visitor);
        case "/reviewer" -> reviewer(form, visitor, back);
        default -> "/";
      };
    } catch (JobException refused) {
      reads.refresh();
      visitor.refuse("%s: %s.".formatted(refused.getMessage(), refused.remedy()));
      return path.equals("/edit") ? "/edit?id=" + QueueView.encoded(form.text("id")) : back;
    }
  }

  private String act(Form form, Visitor visitor, String back) {
    Action action = Action.of(form.text("action"));
    Review event =
        switch (action) {
          case UNDO -> actions.undo(decision(form, visitor));
          case APPROVE, REJECT, ARCHIVE -> actions.decide(action, decision(form, visitor));
          default -> throw JobException.input("bad_action", "There is no such action", "go back");
        };
    reads.refresh();
    visitor.tell(
        "%s %s it: %s → %s."
            .formatted(event.reviewer(), action.did(), event.fromStatus(), event.toStatus()));
    return back;
  }

  private String edit(Form form, Visitor visitor, String back) {
    Edited edited =
        new Edited(
            form.text("stem"),
            form.lines("options"),
            form.lines("answer"),
            form.lines("variations"),
            form.text("explanation"),
            form.given("difficulty"));
    actions.edit(decision(form, visitor), edited);
    reads.refresh();
    visitor.tell("Saved. It is a draft and pending: verdicts on the old text no longer hold.");
    return back;
  }

  private String regenerate(Form form, Visitor visitor) {
    Decision decision = decision(form, visitor);
    actions.unchanged(decision);
    work.start(
        app,
        "review regenerate",
        List.of(decision.questionId()),
        (context, runId) -> new Regenerate(context, app.clock()).execute(decision),
        reads::refresh);
    return "/runs";
  }

  private String generate(Form form, Visitor visitor) {
    VariantsConf conf = (VariantsConf) app.home().pipeline("variants");
    Integer count = form.number("count");
    if (count == null || count < 1 || count > conf.ceiling()) {
      throw JobException.input(
          "bad_count",
          "%s variants are not within 1 to %d".formatted(form.text("count"), conf.ceiling()),
          "ask for fewer, and again with another seed for more");
    }
    Integer seed = form.number("seed");
    VariantsOptions options =
        new VariantsOptions(
            form.text("id"),
            count,
            form.given("difficulty"),
            form.given("model"),
            form.given("notes"),
            visitor.reviewer(),
            seed == null ? 1 : seed);
    work.start(
        app,
        "variants",
        List.of("--parent", options.parentId(), "--count", String.valueOf(count)),
        (context, runId) -> new VariantsJob(context, options, app.clock()).execute(),
        reads::refresh);
    return "/runs";
  }

  private static String reviewer(Form form, Visitor visitor, String back) {
    String name = form.text("reviewer");
    if (!name.isEmpty() && name.length() <= LONGEST_NAME) {
      visitor.reviewer(name);
    }
    return back;
  }

  private static Decision decision(Form form, Visitor visitor) {
    return new Decision(
        form.text("id"), visitor.reviewer(), form.given("notes"), form.text("seen"));
  }
}
