package io.quaestor.sim;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Answers the task {@code variants}: what may be asked beside a parent question. */
final class Variant {
  private Variant() {}

  /**
   * Other sentences of the parent's passage; all sentences when it has no other or the parent is
   * not found in the passages.
   */
  static Predicate<Sentence> sentences(Prompt prompt) {
    Optional<Sentence> parent =
        prompt.questions().stream()
            .findFirst()
            .flatMap(item -> Reading.of(item, prompt.passages()))
            .map(Reading::sentence);
    if (parent.isEmpty()) {
      return sentence -> true;
    }
    Sentence own = parent.get();
    List<Sentence> others =
        prompt.passages().askable().stream()
            .filter(s -> s.passageId().equals(own.passageId()))
            .filter(s -> !s.folded().equals(own.folded()))
            .toList();
    return others.isEmpty() ? sentence -> true : others::contains;
  }
}
