package io.quaestor.udfs.grounding;

import io.quaestor.udfs.text.Normalise;
import io.quaestor.udfs.text.Quotes;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** How much of what a question cites is really in its chunk. */
public final class Grounding {
  private Grounding() {}

  /**
   * Verified citations / citations, 0 to 1; 0 when there are none. A citation is verified when its
   * span, if it names one, is among {@code spanIds}, and its quote, if it has one, stands in the
   * chunk ({@link Quotes}); one with neither is not. The same citation twice counts once, null ones
   * not at all.
   *
   * @param spanIds spans of the chunk, compared exactly; null for none
   * @param chunk the chunk's text
   * @param citations null for none
   */
  public static double score(Collection<String> spanIds, Quotes chunk, List<Citation> citations) {
    List<Citation> claimed =
        citations == null
            ? List.of()
            : citations.stream().filter(Objects::nonNull).distinct().toList();
    long verified = claimed.stream().filter(c -> isVerified(c, spanIds, chunk)).count();
    return claimed.isEmpty() ? 0 : (double) verified / claimed.size();
  }

  /** The same on a chunk's text as it is; null has no quotes. */
  public static double score(Collection<String> spanIds, String chunk, List<Citation> citations) {
    return score(spanIds, Quotes.in(chunk), citations);
  }

  private static boolean isVerified(Citation citation, Collection<String> spanIds, Quotes chunk) {
    boolean hasSpan = !Normalise.isBlank(citation.spanId());
    boolean hasQuote = !Normalise.isBlank(citation.quote());
    boolean spanExists = !hasSpan || (spanIds != null && spanIds.contains(citation.spanId()));
    return (hasSpan || hasQuote)
        && spanExists
        && (!hasQuote || chunk.find(citation.quote()).isPresent());
  }
}
