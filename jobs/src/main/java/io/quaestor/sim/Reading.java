package io.quaestor.sim;

import io.quaestor.sim.Passages.Found;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A question held against the passages.
 *
 * @param stem how it is worded
 * @param sources where it may come from and what is missing there; never empty
 * @param truth for true_false: whether the statement stands in the passages
 */
record Reading(Item item, Passages passages, Stem stem, List<Found> sources, boolean truth) {

  /** Empty when the question is not worded like the generator's or its source is not found. */
  static Optional<Reading> of(Item item, Passages passages) {
    return Stem.read(item.stem())
        .flatMap(
            stem ->
                switch (stem.type()) {
                  case "true_false" -> statement(item, passages, stem);
                  case "writing" -> topic(item, passages, stem);
                  default -> gapped(item, passages, stem);
                });
  }

  /** Every defect that can be seen. */
  Set<Defect> defects() {
    Set<Defect> seen = EnumSet.noneOf(Defect.class);
    for (Defect defect : Defect.values()) {
      if (defect.found(this)) {
        seen.add(defect);
      }
    }
    return seen;
  }

  Sentence sentence() {
    return sources.get(0).sentence();
  }

  /** What is missing: where several words are, the one the key names. */
  List<String> asked() {
    List<String> fillers = sources.get(0).fillers();
    if (item.choice()) {
      return fillers;
    }
    List<String> named = fillers.stream().filter(f -> sameAsKey(List.of(f))).toList();
    return named.isEmpty() ? fillers : named;
  }

  String level() {
    return Level.of(stem.type(), sentence().folded(), asked());
  }

  boolean keyRight() {
    return switch (stem.type()) {
      case "true_false" -> sameAsKey(List.of(stem.tongue().truth().get(truth ? 0 : 1)));
      case "writing" -> sameAsKey(List.of(sentence().folded()));
      case "mcq_multi" -> sources.stream().anyMatch(f -> sameAsKey(f.fillers()));
      default ->
          sources.stream().flatMap(f -> f.fillers().stream()).anyMatch(f -> sameAsKey(List.of(f)));
    };
  }

  private boolean sameAsKey(List<String> words) {
    return lower(words).equals(lower(item.answer()));
  }

  private static Set<String> lower(List<String> words) {
    Set<String> set = new HashSet<>();
    words.forEach(w -> set.add(Text.lower(w)));
    return set;
  }

  private static Optional<Reading> gapped(Item item, Passages passages, Stem stem) {
    List<Found> found = passages.locate(stem.body(), Text.fold(Stem.gap(stem.type())));
    return Optional.of(new Reading(item, passages, stem, found, true)).filter(hasSource());
  }

  private static Optional<Reading> statement(Item item, Passages passages, Stem stem) {
    List<Found> exact = passages.locate(stem.body(), Stem.BLANK);
    List<Found> found =
        exact.isEmpty()
            ? passages.almost(stem.body()).stream().map(s -> new Found(s, List.of())).toList()
            : exact;
    return Optional.of(new Reading(item, passages, stem, found, !exact.isEmpty()))
        .filter(hasSource());
  }

  private static Optional<Reading> topic(Item item, Passages passages, Stem stem) {
    List<Found> found =
        passages.with(stem.body()).stream().map(s -> new Found(s, List.of(stem.body()))).toList();
    return Optional.of(new Reading(item, passages, stem, found, true)).filter(hasSource());
  }

  private static Predicate<Reading> hasSource() {
    return r -> !r.sources.isEmpty();
  }
}
