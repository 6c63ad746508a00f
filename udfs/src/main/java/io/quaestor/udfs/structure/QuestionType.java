package io.quaestor.udfs.structure;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of question; {@link #wire} is the name in tables, prompts and files. */
public enum QuestionType {
  MCQ_SINGLE,
  MCQ_MULTI,
  TRUE_FALSE,
  FILL_IN_BLANK,
  SHORT_ANSWER,
  WRITING;

  /** Types whose answer is written by the student, not chosen. */
  public static final Set<QuestionType> TYPED =
      Collections.unmodifiableSet(EnumSet.of(FILL_IN_BLANK, SHORT_ANSWER, WRITING));

  /** {@code mcq_single} and so on. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isTyped() {
    return TYPED.contains(this);
  }

  /** Whether it is one of the two multiple-choice types. */
  public boolean isMultipleChoice() {
    return this == MCQ_SINGLE || this == MCQ_MULTI;
  }

  /** By wire name in any case, {@code -} or a space for {@code _}; empty for null and others. */
  public static Optional<QuestionType> parse(String name) {
    return WireNames.find(values(), QuestionType::wire, name);
  }
}
