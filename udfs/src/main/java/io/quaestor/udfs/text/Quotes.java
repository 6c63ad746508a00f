package io.quaestor.udfs.text;

import java.util.Optional;

/**
 * Finds quotes in one text, prepared once for many quotes. A quote is looked for as it is, then
 * folded, then without its outer punctuation ({@link Normalise}); never more loosely than that.
 */
public final class Quotes {
  private final String text;
  private Folded folded;

  private Quotes(String text) {
    this.text = text;
  }

  /** Quotes in {@code text}; a null text contains none. */
  public static Quotes in(String text) {
    return new Quotes(text == null ? "" : text);
  }

  /**
   * The first place of the best match; empty when the quote is not there, or is null, blank or
   * invisible. A match that begins or ends inside a character that folds to several ({@code ﬁ})
   * covers all of it.
   */
  public Optional<Found> find(String quote) {
    if (Normalise.isBlank(quote)) {
      return Optional.empty();
    }
    int exact = text.indexOf(quote);
    if (exact >= 0) {
      return Optional.of(new Found(exact, exact + quote.length()));
    }
    String wanted = Normalise.folded(quote);
    return folded().find(wanted).or(() -> folded().find(OuterPunctuation.strip(wanted)));
  }

  private Folded folded() {
    if (folded == null) {
      FoldedText offsets = FoldedText.of(text);
      folded = new Folded(offsets.text(), offsets);
    }
    return folded;
  }

  private record Folded(String text, FoldedText offsets) {

    Optional<Found> find(String wanted) {
      int at = text.indexOf(wanted);
      return at < 0
          ? Optional.empty()
          : Optional.of(new Found(offsets.start(at), offsets.end(at + wanted.length() - 1)));
    }
  }
}
