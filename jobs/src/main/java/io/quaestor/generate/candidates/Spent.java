package io.quaestor.generate.candidates;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the asks of a batch took.
 *
 * @param tokens in and out of all of them; an answer that two candidates share counts once
 * @param ms of the steps one after the other: the longest writing call, the longest self-review and
 *     the final review, each from its first attempt to its end
 */
record Spent(long tokens, long ms) {

  /**
   * @param finalReview null when there was none
   */
  static Spent on(Contest contest, Answer finalReview) {
    Map<String, Long> tokens = new HashMap<>();
    Stream.of(contest.answers(), contest.reviews(), Stream.ofNullable(finalReview))
        .flatMap(answers -> answers)
        .forEach(answer -> tokens.put(answer.askId(), answer.tokens()));
    return new Spent(
        tokens.values().stream().mapToLong(Long::longValue).sum(),
        longest(contest.answers())
            + longest(contest.reviews())
            + longest(Stream.ofNullable(finalReview)));
  }

  private static long longest(Stream<Answer> answers) {
    return answers.mapToLong(Answer::ms).max().orElse(0);
  }
}
