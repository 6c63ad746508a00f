package io.quaestor.sim;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is really the matter with a question, found by reading it against the passages. Nothing that
 * stands in passage or question counts as more than text.
 */
final class Truth {
  private final Item item;
  private final Passages passages;
  private final Optional<Reading> reading;
  private final Set<Defect> defects;

  Truth(Item item, Passages passages) {
    this.item = item;
    this.passages = passages;
    this.reading = Reading.of(item, passages);
    this.defects = reading.map(Reading::defects).orElse(Set.of());
  }

  Set<Defect> defects() {
    return defects;
  }

  /** Criteria it knows nothing about hold. */
  boolean holds(String criterion) {
    if (reading.isEmpty() && criterion.equals("no_hallucination")) {
      return keyStandsInPassages() && quotesStandInPassages();
    }
    return defects.stream().noneMatch(d -> d.breaks(criterion))
        && !new Oddities(item, reading).breaks(criterion);
  }

  /** The measured one; the label's own where nothing can be measured. */
  String level() {
    return reading.map(Reading::level).orElse(item.difficulty());
  }

  /** Whether less is demanded than the label says. */
  boolean tooEasy() {
    return Level.ALL.indexOf(level()) < Level.ALL.indexOf(item.difficulty());
  }

  List<String> invalidVariations() {
    return reading.map(TypedDefects::wrong).orElse(List.of());
  }

  List<String> missingVariations() {
    return reading.map(Variations::missing).orElse(List.of());
  }

  /** Two or three for typed answers, else none. */
  List<String> acceptable() {
    return reading
        .filter(r -> r.item().typed())
        .map(r -> Variations.accepted(r.asked().get(0), r.sentence()))
        .orElse(List.of());
  }

  private boolean quotesStandInPassages() {
    return item.quotes().stream().map(Text::fold).allMatch(passages::holds);
  }

  private boolean keyStandsInPassages() {
    boolean verdict =
        Tongue.ALL.stream()
            .anyMatch(t -> t.truth().containsAll(item.answer().stream().map(Text::lower).toList()));
    return verdict
        || item.answer().stream()
            .flatMap(a -> Sentence.of("", "", a).words().stream())
            .filter(w -> w.kind() == Word.Kind.NUMBER || w.text().length() >= 4)
            .filter(w -> !Tongue.functionWord(w.text()))
            .allMatch(w -> passages.mentions(w.text()));
  }
}
