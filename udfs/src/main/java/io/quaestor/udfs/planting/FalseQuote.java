package io.quaestor.udfs.planting;

import io.quaestor.udfs.text.Quotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of the quotes with another word of the passage in it, so that the passage has it nowhere. */
final class FalseQuote {
  private static final Pattern WORD =
      Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}'’_-])\\p{Ll}{4,}(?![\\p{L}\\p{M}\\p{N}'’_-])");

  private FalseQuote() {}

  static Optional<Planted> plant(Content content, String passage, Chance chance) {
    Quotes source = Quotes.in(passage);
    List<String> real =
        content.quotes().stream().filter(quote -> source.find(quote).isPresent()).toList();
    if (real.size() < content.quotes().size() || real.isEmpty()) {
      return Optional.empty();
    }
    String quote = chance.pick(real, "quote");
    return changed(quote, passage, chance)
        .filter(made -> source.find(made).isEmpty())
        .map(
            made -> {
              List<String> quotes = new ArrayList<>(content.quotes());
              quotes.set(quotes.indexOf(quote), made);
              return new Planted(content.withQuotes(quotes), Planted.HALLUCINATION);
            });
  }

  private static Optional<String> changed(String quote, String passage, Chance chance) {
    List<String> inside = words(quote);
    List<String> elsewhere = words(passage).stream().filter(word -> !quote.contains(word)).toList();
    if (inside.isEmpty() || elsewhere.isEmpty()) {
      return Optional.empty();
    }
    String word = chance.pick(inside, "word");
    String by = chance.pick(elsewhere, "by");
    Matcher at = WORD.matcher(quote);
    while (at.find()) {
      if (at.group().equals(word)) {
        return Optional.of(quote.substring(0, at.start()) + by + quote.substring(at.end()));
      }
    }
    return Optional.empty();
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(found -> found.group()).distinct().sorted().toList();
  }
}
