package io.quaestor.agree;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is compared and by which criteria each of them judges; reads the codes of verdicts.
 *
 * @param auditors in the order of the comparison
 * @param asked by auditor, the places at which it was ever asked, as the union of its codes
 */
record Jury(List<String> auditors, Slots slots, List<Long> asked) implements Serializable {
  /** Question-level criteria are this plus the definition of flagged. */
  static final String FLAGGED = "flagged_";

  /** Question level: whether any gate criterion failed. */
  static final String FLAGGED_GATE = FLAGGED + "gate";

  /** Question level: whether anything failed, soft signals included. */
  static final String FLAGGED_ANY = FLAGGED + "any";

  Jury {
    auditors = List.copyOf(auditors);
    asked = List.copyOf(asked);
  }

  static boolean isQuestionLevel(String criterion) {
    return criterion.equals(FLAGGED_GATE) || criterion.equals(FLAGGED_ANY);
  }

  /** Gate criteria of an auditor, sorted. */
  List<String> gate(int auditor) {
    return slots.gate().stream().filter(name -> asks(auditor, slots.gateBit(name))).toList();
  }

  /** Soft criteria of an auditor, sorted. */
  List<String> soft(int auditor) {
    return slots.soft().stream().filter(name -> asks(auditor, slots.softBit(name))).toList();
  }

  /** All criteria of an auditor, gate first. */
  List<String> criteria(int auditor) {
    return Stream.concat(gate(auditor).stream(), soft(auditor).stream()).distinct().toList();
  }

  /** Criteria that both have, and the two definitions of flagged. */
  List<String> shared(int a, int b) {
    Set<String> shared = new LinkedHashSet<>(criteria(a));
    shared.retainAll(criteria(b));
    return Stream.concat(shared.stream(), Stream.of(FLAGGED_GATE, FLAGGED_ANY)).toList();
  }

  /** Whether what the two say on this is about the same criteria. */
  boolean sameCriteria(int a, int b, String criterion) {
    return switch (criterion) {
      case FLAGGED_GATE -> gate(a).equals(gate(b));
      case FLAGGED_ANY -> Set.copyOf(criteria(a)).equals(Set.copyOf(criteria(b)));
      default -> true;
    };
  }

  /**
   * How the auditor's codes are read. A question that failed nothing but lacks a soft verdict that
   * the auditor gives elsewhere has not passed all of them: {@code flagged_any} is unscored.
   */
  Reading reading(int auditor, String criterion) {
    return switch (criterion) {
      case FLAGGED_GATE -> new Reading(bits(slots.gate(), true), slots.scored(), true);
      case FLAGGED_ANY ->
          new Reading(slots.judged(), slots.scored() | bits(soft(auditor), false), true);
      default -> new Reading(slots.of(criterion), slots.of(criterion), false);
    };
  }

  /** Every two auditors. */
  List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (int a = 0; a < auditors.size(); a++) {
      for (int b = a + 1; b < auditors.size(); b++) {
        pairs.add(new Pair(a, b));
      }
    }
    return pairs;
  }

  /** Two places among the auditors; A is named first. */
  record Pair(int a, int b) implements Serializable {
    /** Whether both judged a question with these codes. */
    boolean judged(List<Long> codes) {
      return codes.get(a) != Slots.NOT_JUDGED && codes.get(b) != Slots.NOT_JUDGED;
    }
  }

  private boolean asks(int auditor, long bit) {
    return (asked.get(auditor) & (bit | bit >> 1)) != 0;
  }

  private long bits(List<String> criteria, boolean gate) {
    return criteria.stream()
        .mapToLong(name -> gate ? slots.gateBit(name) : slots.softBit(name))
        .reduce(0, (all, bit) -> all | bit);
  }
}
