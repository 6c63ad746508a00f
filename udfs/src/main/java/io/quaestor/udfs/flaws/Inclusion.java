package io.quaestor.udfs.flaws;

import io.quaestor.udfs.flaws.Item.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Options that include one another: "Paris" beside "Paris et Lyon", "a rise in temperature" beside
 * "a rise in temperature of the sea". A single word inside a term (carbon, carbon dioxide) or a
 * verb form (speak, has spoken) is no inclusion.
 */
final class Inclusion {
  /** As many words of content have to be shared before a longer phrase includes a shorter one. */
  private static final int PHRASE = 2;

  private Inclusion() {}

  static boolean isIn(List<Text> options) {
    for (Text outer : options) {
      List<List<String>> entries = entries(outer);
      for (Text inner : options) {
        if (inner.words().size() < outer.words().size()
            && (isAmong(entries, inner) || extendsPhrase(outer.words(), inner.words()))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isAmong(List<List<String>> entries, Text inner) {
    if (entries.isEmpty()) {
      return false;
    }
    List<String> wanted = bare(inner.words());
    return content(wanted) > 0 && entries.contains(wanted);
  }

  /** What an option that is a list has as its entries; empty for one that is none. */
  private static List<List<String>> entries(Text list) {
    if (list.words().stream().noneMatch(Lexicon.COORDINATORS::contains)) {
      return List.of();
    }
    List<List<String>> entries = new ArrayList<>();
    int start = 0;
    List<String> words = list.words();
    for (int i = 0; i <= words.size(); i++) {
      if (i == words.size() || Lexicon.COORDINATORS.contains(words.get(i))) {
        entries.add(bare(words.subList(start, i)));
        start = i + 1;
      }
    }
    return entries.size() > 1 ? entries : List.of();
  }

  private static boolean extendsPhrase(List<String> outer, List<String> inner) {
    int at = Collections.indexOfSubList(outer, inner);
    if (at < 0 || content(inner) < PHRASE) {
      return false;
    }
    List<String> added = new ArrayList<>(outer.subList(0, at));
    added.addAll(outer.subList(at + inner.size(), outer.size()));
    return content(added) > 0 && added.stream().noneMatch(Lexicon.NEGATIONS::contains);
  }

  private static long content(List<String> words) {
    return words.stream().filter(word -> !Lexicon.FUNCTION_WORDS.contains(word)).count();
  }

  private static List<String> bare(List<String> words) {
    return words.stream().filter(word -> !Lexicon.ARTICLES.contains(word)).toList();
  }
}
