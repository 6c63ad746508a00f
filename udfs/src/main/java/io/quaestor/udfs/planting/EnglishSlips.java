package io.quaestor.udfs.planting;

import java.util.List;
import java.util.Map;

/** Nouns that are counted, where nothing behind them can make them part of a compound. */
final class EnglishSlips {
  private static final String NOUN =
      "(?:sentence|text|word|number|passage|question|statement|paragraph|verb|noun|pronoun"
          + "|adjective|phrase|sum|product|fraction|result|answer|option|year|river|country|term"
          + "|example|process|reason|layer|value)";
  private static final String PLURAL =
      "(?:sentences|texts|words|numbers|passages|questions|statements|paragraphs|verbs|nouns"
          + "|pronouns|adjectives|phrases|sums|products|fractions|results|answers|options|years"
          + "|rivers|countries|terms|examples|reasons|layers|values)";
  private static final String START = "(?<![\\p{L}\\p{N}'’-])";
  private static final String END = "(?![\\p{L}\\p{N}'’-])";
  private static final String ALONE =
      "(?=$|[,.:;?!]| (?:from|of|in|that|which|is|was|true|about|to|and|or|has|says|what|on)\\b)";
  private static final String CLAUSE =
      "(?:^|(?<=[,;:.?!] )|(?<=what )|(?<=that )|(?<=now )|(?<=Give )|(?<=Write ))";
  private static final Map<String, String> VERBS =
      Map.of(
          "completes",
          "complete",
          "fits",
          "fit",
          "belongs",
          "belong",
          "describes",
          "describe",
          "says",
          "say",
          "means",
          "mean",
          "goes",
          "go",
          "names",
          "name",
          "explains",
          "explain");
  private static final String SINGULAR_VERB = "(?<it>" + String.join("|", VERBS.keySet()) + ")";
  private static final String PLURAL_VERB = "(?:" + String.join("|", VERBS.values()) + ")";

  private static final Slip THESE_OF_ONE =
      Slip.of(
          START + "(?<it>this) " + NOUN + ALONE,
          Map.of("this", "these"),
          START + "these " + NOUN + ALONE);

  private static final Slip THIS_OF_SEVERAL =
      Slip.of(
          START + "(?<it>these) " + PLURAL + ALONE,
          Map.of("these", "this"),
          START + "this " + PLURAL + ALONE);

  private static final Slip ONE_AS_SEVERAL =
      Slip.of(
          START + "(?:one|each|every) (?<it>" + NOUN + ")" + ALONE,
          Map.of("*", "", "process", "processes", "country", "countries"),
          START + "(?:one|each|every) " + PLURAL + ALONE);

  private static final Slip SEVERAL_AS_ONE =
      Slip.of(
          START + "(?:two|three|four|five) (?<it>" + PLURAL + ")" + ALONE,
          Map.of("countries", "country"),
          START + "(?:two|three|four|five) " + NOUN + ALONE);

  private static final Slip VERB_OF_SEVERAL =
      Slip.of(
          CLAUSE + "(?:which|the) " + NOUN + " " + SINGULAR_VERB + END,
          VERBS,
          CLAUSE + "(?:which|the) " + NOUN + " " + PLURAL_VERB + END);

  /** Both nouns are singular, so that either as subject wants the verb of one. */
  private static final Slip DISTANT_VERB =
      Slip.of(
          CLAUSE
              + "(?:which|the) "
              + NOUN
              + " of the "
              + NOUN
              + " (?:that )?(?<it>is|belongs)"
              + END,
          Map.of("is", "are", "belongs", "belong"),
          CLAUSE + "(?:which|the) " + NOUN + " of the " + NOUN + " (?:that )?(?:are|belong)" + END);

  static final List<Slip> ALL =
      List.of(
          THESE_OF_ONE,
          THIS_OF_SEVERAL,
          ONE_AS_SEVERAL,
          SEVERAL_AS_ONE,
          VERB_OF_SEVERAL,
          DISTANT_VERB);

  private EnglishSlips() {}
}
