package io.quaestor.generate.grounded;

import io.quaestor.tables.Chunk;
import io.quaestor.tables.Span;
import io.quaestor.udfs.text.Found;
import java.util.List;

/** The sentences that something rests on. */
final class QuotedSpans {
  private QuotedSpans() {}

  /**
   * Ids in the chunk's order: those cited that it has, and those in which the quotes stand.
   *
   * @param quotes places in the chunk's text
   */
  static List<String> ids(Chunk chunk, List<String> cited, List<Found> quotes) {
    return chunk.spans().stream()
        .filter(span -> cited.contains(span.id()) || quotes.stream().anyMatch(q -> meet(span, q)))
        .map(Span::id)
        .toList();
  }

  private static boolean meet(Span span, Found quote) {
    return quote.start() < span.end() && quote.end() > span.start();
  }
}
