package io.quaestor.sim;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of a prompt's passages, in order. */
record Passages(List<Sentence> sentences) {

  /** A sentence with gaps, found again: what stands in the gaps. */
  record Found(Sentence sentence, List<String> fillers) {}

  /** Where a folded text with gaps comes from; a gap holds one word. */
  List<Found> locate(String gapped, String gap) {
    List<String> parts = List.of(gapped.split(Pattern.quote(gap), -1));
    StringBuilder regex = new StringBuilder(Pattern.quote(parts.get(0)));
    parts.stream().skip(1).forEach(p -> regex.append("(\\S+?)").append(Pattern.quote(p)));
    Pattern pattern = Pattern.compile(regex.toString());
    List<Found> found = new ArrayList<>();
    for (Sentence sentence : sentences) {
      if (sentence.folded().startsWith(parts.get(0))
          && sentence.folded().endsWith(parts.get(parts.size() - 1))) {
        collect(pattern.matcher(sentence.folded()), sentence, found);
      }
    }
    return found;
  }

  private static void collect(Matcher m, Sentence sentence, List<Found> found) {
    if (m.matches()) {
      List<String> fillers = new ArrayList<>();
      for (int i = 1; i <= m.groupCount(); i++) {
        fillers.add(m.group(i));
      }
      found.add(new Found(sentence, fillers));
    }
  }

  /** Sentences that differ from a folded text in exactly one word. */
  List<Sentence> almost(String folded) {
    String[] wanted = folded.split(" ");
    return sentences.stream().filter(s -> differences(s.folded(), wanted) == 1).toList();
  }

  /** Whether a folded text stands in one sentence or runs over several. */
  boolean holds(String folded) {
    return sentences.stream().anyMatch(s -> s.folded().contains(folded))
        || sentences.stream().map(Sentence::folded).collect(joining(" ")).contains(folded);
  }

  /** Whether a word stands anywhere, in any case. */
  boolean mentions(String word) {
    return !with(word).isEmpty();
  }

  /** Sentences in which a word stands, in any case. */
  List<Sentence> with(String word) {
    String wanted = Text.lower(word);
    Pattern whole =
        Pattern.compile("(?<![\\p{L}\\p{Nd}])" + Pattern.quote(wanted) + "(?![\\p{L}\\p{Nd}])");
    return sentences.stream()
        .filter(s -> whole.matcher(s.folded().toLowerCase(Locale.ROOT)).find())
        .toList();
  }

  /** Sentences that can be asked about, each text once. */
  List<Sentence> askable() {
    Set<String> seen = new LinkedHashSet<>();
    return sentences.stream().filter(s -> s.askable() && seen.add(s.folded())).toList();
  }

  private static int differences(String folded, String[] wanted) {
    if (Math.abs(folded.length() - String.join(" ", wanted).length()) > 60) {
      return Integer.MAX_VALUE;
    }
    String[] words = folded.split(" ");
    if (words.length != wanted.length) {
      return Integer.MAX_VALUE;
    }
    int differences = 0;
    for (int i = 0; i < words.length; i++) {
      differences += words[i].equals(wanted[i]) ? 0 : 1;
    }
    return differences;
  }
}
