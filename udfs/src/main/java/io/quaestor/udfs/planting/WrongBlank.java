package io.quaestor.udfs.planting;

import java.util.Optional;

/**
 * A gap where the wrong word stood, in a sentence that the passage has. In a choice it takes the
 * place of the key's, so that no option is what is missing; in a text with a blank it is a second
 * one, for which there is no key.
 */
final class WrongBlank {
  private WrongBlank() {}

  static Optional<Planted> plant(Content content, String passage, Chance chance) {
    Optional<String> stem =
        switch (content.type()) {
          case "mcq_single" -> Gaps.of(content, passage).flatMap(gaps -> gaps.moved(chance));
          case "fill_in_blank" -> Gaps.of(content, passage).flatMap(gaps -> gaps.added(chance));
          default -> Optional.empty();
        };
    return stem.map(content::withStem).map(made -> new Planted(made, Planted.COHERENT));
  }
}
