package io.quaestor.cli;

import io.quaestor.review.Decision;
import io.quaestor.review.Edited;
import io.quaestor.review.ReviewActions;
import io.quaestor.tables.Review;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code review edit}. */
@Command(
    name = "edit",
    description =
        "Changes a question, which is then a draft to be audited again; its variants become stale.")
final class ReviewEditCommand extends ReviewDecideCommand {
  @Option(names = "--stem", paramLabel = "TEXT", description = "The new stem.")
  private String stem;

  @Option(
      names = "--option",
      paramLabel = "TEXT",
      description = "An option; repeat it for each: they replace all of them.")
  private List<String> optionTexts;

  @Option(
      names = "--answer",
      paramLabel = "TEXT",
      description = "The key; may be repeated, and replaces all of it.")
  private List<String> answer;

  @Option(
      names = "--variation",
      paramLabel = "TEXT",
      description = "Another answer to accept; repeat it for each: they replace all of them.")
  private List<String> variations;

  @Option(names = "--explanation", paramLabel = "TEXT", description = "The new explanation.")
  private String explanation;

  @Option(names = "--difficulty", paramLabel = "D", description = "What it demands.")
  private String difficulty;

  @Override
  Review act(ReviewActions actions, Decision decision) {
    return actions.edit(
        decision, new Edited(stem, optionTexts, answer, variations, explanation, difficulty));
  }
}
