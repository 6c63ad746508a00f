package io.quaestor.report;

import java.util.List;

/**
 * A question to look at.
 *
 * @param kind type, difficulty and unit in words
 * @param language BCP 47 tag of its text, null when unknown
 * @param answers the key of a typed answer; empty when the options carry it
 * @param quotes evidence, as the source has it
 */
record Card(
    String id,
    String kind,
    String language,
    String stem,
    List<Option> options,
    List<String> answers,
    List<String> quotes) {
  private static final int LONGEST = 600;
  private static final int OPTIONS = 12;

  /** An option and whether it is the key. */
  record Option(String text, boolean key) {}

  static Card of(Shown q) {
    List<Option> options =
        q.options().stream()
            .limit(OPTIONS)
            .map(text -> new Option(cut(text), q.answer().contains(text)))
            .toList();
    boolean marked = options.stream().anyMatch(Option::key);
    return new Card(
        q.questionId(),
        "%s, %s, unit %s".formatted(Format.words(q.type()), q.difficulty(), q.unitId()),
        q.language(),
        cut(q.stem()),
        options,
        marked ? List.of() : q.answer().stream().limit(OPTIONS).map(Card::cut).toList(),
        q.quotes().stream().map(Card::cut).toList());
  }

  /** Text that leaves room for others; null stays null. */
  static String cut(String text) {
    return Format.shortened(text, LONGEST);
  }

  boolean hasOptions() {
    return !options.isEmpty();
  }

  boolean hasAnswers() {
    return !answers.isEmpty();
  }
}
