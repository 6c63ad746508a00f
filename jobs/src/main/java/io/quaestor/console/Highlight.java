package io.quaestor.console;

import io.quaestor.udfs.text.Found;
import io.quaestor.udfs.text.Quotes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A passage with the quotes that are found in it marked; pure. */
final class Highlight {
  private Highlight() {}

  /** A stretch of the passage. */
  record Piece(String text, boolean marked) {}

  /** All of the text in order; quotes that overlap are marked as one. */
  static List<Piece> of(String text, List<String> quotes) {
    Quotes places = Quotes.in(text);
    List<Found> found =
        quotes.stream()
            .map(places::find)
            .flatMap(Optional::stream)
            .sorted(Comparator.comparingInt(Found::start))
            .toList();
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Found quote : found) {
      int start = Math.max(at, quote.start());
      if (quote.end() > start) {
        add(pieces, text.substring(at, start), false);
        add(pieces, text.substring(start, quote.end()), true);
        at = quote.end();
      }
    }
    add(pieces, text.substring(at), false);
    return pieces;
  }

  private static void add(List<Piece> pieces, String text, boolean marked) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, marked));
    }
  }
}
