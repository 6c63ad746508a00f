package io.quaestor.udfs.structure;

import io.quaestor.udfs.text.Normalise;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The structural checks that every draft passes before another call is spent on it. Options and
 * keys are compared by {@link Normalise#text}. Never throws, whatever the draft holds.
 */
public final class StructureCheck {
  private static final int MIN_OPTIONS = 3;
  private static final int MAX_OPTIONS = 5;

  private StructureCheck() {}

  /**
   * Codes of all {@link Problem}s, sorted, each once; empty for a sound draft. A null draft has the
   * problems of an empty one. Of an unknown type, only the stem is checked further.
   */
  public static List<String> problems(Draft draft) {
    Draft given = draft == null ? new Draft(null, null, null, null) : draft;
    Findings findings = new Findings();
    findings.note(Problem.EMPTY_STEM, Normalise.isBlank(given.stem()));
    QuestionType.parse(given.type())
        .ifPresentOrElse(
            type -> checkType(type, given, findings),
            () -> findings.note(Problem.UNKNOWN_TYPE, true));
    return findings.codes();
  }

  private static void checkType(QuestionType type, Draft draft, Findings findings) {
    switch (type) {
      case MCQ_SINGLE, MCQ_MULTI, TRUE_FALSE -> checkChoice(type, draft, findings);
      case FILL_IN_BLANK -> {
        checkTyped(draft, findings);
        checkBlank(draft.stem(), findings);
      }
      case SHORT_ANSWER, WRITING -> checkTyped(draft, findings);
    }
  }

  private static void checkChoice(QuestionType type, Draft draft, Findings findings) {
    List<String> options = normalised(draft.options());
    List<String> filled = options.stream().filter(option -> !option.isEmpty()).toList();
    Set<String> distinct = Set.copyOf(filled);
    List<String> keys = normalised(draft.answer());
    int count = options.size();
    if (type == QuestionType.TRUE_FALSE) {
      findings.note(Problem.TRUE_FALSE_OPTIONS, count != 2);
    } else {
      findings.note(Problem.OPTION_COUNT, count < MIN_OPTIONS || count > MAX_OPTIONS);
    }
    findings.note(Problem.EMPTY_OPTION, filled.size() < count);
    findings.note(Problem.DUPLICATE_OPTION, distinct.size() < filled.size());
    findings.note(Problem.KEY_COUNT, !isKeyCountRight(type, keys));
    findings.note(Problem.KEY_NOT_IN_OPTIONS, !distinct.containsAll(keys));
  }

  private static boolean isKeyCountRight(QuestionType type, List<String> keys) {
    return type == QuestionType.MCQ_MULTI
        ? !keys.isEmpty() && Set.copyOf(keys).size() == keys.size()
        : keys.size() == 1;
  }

  private static void checkTyped(Draft draft, Findings findings) {
    List<String> answer = draft.answer();
    findings.note(
        Problem.EMPTY_ANSWER, answer.isEmpty() || answer.stream().anyMatch(Normalise::isBlank));
  }

  private static void checkBlank(String stem, Findings findings) {
    findings.note(Problem.BLANK_COUNT, Blanks.count(stem) != 1);
    findings.note(Problem.BLANK_CONTEXT, !Blanks.hasContext(stem));
  }

  private static List<String> normalised(List<String> texts) {
    return texts.stream().map(Normalise::text).toList();
  }

  private record Findings(Set<Problem> found) {
    Findings() {
      this(EnumSet.noneOf(Problem.class));
    }

    void note(Problem problem, boolean applies) {
      if (applies) {
        found.add(problem);
      }
    }

    List<String> codes() {
      return found.stream().map(Problem::code).sorted().toList();
    }
  }
}
