package io.quaestor.console;

import java.util.List;

/** The form that changes a question; lists are a line each. */
record EditView(Card card, List<QueueView.Choice> levels) {
  static EditView of(Card card) {
    return new EditView(
        card,
        List.of("beginner", "intermediate", "advanced").stream()
            .map(l -> new QueueView.Choice(l, l.equals(card.question().difficulty())))
            .toList());
  }

  String optionLines() {
    return String.join("\n", card.question().options());
  }

  String answerLines() {
    return String.join("\n", card.question().answer());
  }

  String variationLines() {
    return String.join("\n", card.question().acceptableVariations());
  }
}
