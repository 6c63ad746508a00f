package io.quaestor.report;

import java.util.List;

/**
 * A question to look at.
 *
 * @param kind type, difficulty and unit in words
 * @param language BCP 47 tag of its text, null when unknown
 * @param answers the key of a typed answer; empty when the options carry it
 * @param quotes evidence, as the source has it
 * @param finding what the auditors said, null for nothing
 * @param notes the flagging auditor's own words, null for none
 */
record Card(
    String id,
    String kind,
    String language,
    String stem,
    List<Option> options,
    List<String> answers,
    List<String> quotes,
    String finding,
    String notes) {
  private static final int LONGEST = 600;

  /** An option and whether it is the key. */
  record Option(String text, boolean key) {}

  static Card of(Shown q, String finding, String notes) {
    List<Option> options =
        q.options().stream().map(text -> new Option(text, q.answer().contains(text))).toList();
    boolean marked = options.stream().anyMatch(Option::key);
    return new Card(
        q.questionId(),
        "%s, %s, unit %s".formatted(Format.words(q.type()), q.difficulty(), q.unitId()),
        q.language(),
        Format.shortened(q.stem(), LONGEST),
        options,
        marked ? List.of() : q.answer(),
        q.quotes().stream().map(quote -> Format.shortened(quote, LONGEST)).toList(),
        finding,
        Format.shortened(notes, LONGEST));
  }

  boolean hasOptions() {
    return !options.isEmpty();
  }

  boolean hasAnswers() {
    return !answers.isEmpty();
  }
}
