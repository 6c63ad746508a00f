package io.quaestor.cli;

import io.quaestor.review.Decision;
import picocli.CommandLine.Option;

/** Who decides, and on what. */
final class ReviewOptions {
  @Option(
      names = "--reviewer",
      paramLabel = "NAME",
      description = "Who decides (default: your login name).")
  private String reviewer = System.getProperty("user.name");

  @Option(names = "--notes", paramLabel = "TEXT", description = "Why; kept with the event.")
  private String notes;

  @Option(
      names = "--seen",
      paramLabel = "VERSION",
      description =
          "What `review show` gave as version: refused when somebody has changed the question since.")
  private String seen;

  Decision decision(String questionId) {
    return new Decision(questionId, reviewer, notes, seen);
  }
}
