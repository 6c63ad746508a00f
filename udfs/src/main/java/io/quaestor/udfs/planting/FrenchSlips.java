package io.quaestor.udfs.planting;

import java.util.List;
import java.util.Map;

/** Nouns of one gender only, none of which is also a form of a verb that takes a pronoun. */
final class FrenchSlips {
  private static final String MASCULINE =
      "(?:texte|mot|nombre|verbe|nom|passage|paragraphe|pluriel|singulier|pronom|adjectif|adverbe"
          + "|article|sujet|complément|participe|exemple|titre|résultat|calcul|chiffre|produit"
          + "|quotient|dénominateur|numérateur|fleuve|siècle|mois|genre|lieu|rôle|sens|temps"
          + "|type|terme|point|processus|phénomène)";
  private static final String FEMININE =
      "(?:phrase|question|affirmation|réponse|expression|fraction|terminaison|négation|opération"
          + "|multiplication|division|soustraction|addition|équation|unité|dizaine|centaine|ville"
          + "|rivière|année|préposition|proposition|voyelle|consonne|langue|fonction|raison"
          + "|distance|quantité|température|différence|conséquence)";

  /** Those whose plural looks different. */
  private static final String MASCULINE_OF_ONE =
      MASCULINE.replaceAll("\\|(?:mois|sens|temps|processus)", "");

  private static final String START = "(?<![\\p{L}\\p{N}'’-])";
  private static final String END = "(?![\\p{L}\\p{N}'’-])";
  private static final String CLAUSE = "(?:^|(?<=[,;:.?!] )|(?<=que )|(?<=qu')|(?<=qu’))";

  private static final Slip MASCULINE_AS_FEMININE =
      Slip.of(
          START + "(?<it>le|un|ce|quel|du|au) " + MASCULINE + END,
          Map.of(
              "le", "la", "un", "une", "ce", "cette", "quel", "quelle", "du", "de la", "au",
              "à la"),
          START + "(?:la|une|cette|quelle) " + MASCULINE + END);

  private static final Slip FEMININE_AS_MASCULINE =
      Slip.of(
          START + "(?<it>la|une|cette|quelle) " + FEMININE + END,
          Map.of("la", "le", "une", "un", "cette", "ce", "quelle", "quel"),
          START + "(?:le|un|ce|quel|du|au) " + FEMININE + END);

  /** Every plural noun of these ends in s, x or z; numerals do not, and are left alone. */
  private static final Slip PLURAL_OF_ONE =
      Slip.of(
          START + "(?<it>cette) " + FEMININE + END,
          Map.of("cette", "ces"),
          START
              + "(?:ces|quels|quelles|deux|trois|quatre|plusieurs) (?:"
              + MASCULINE_OF_ONE
              + "|"
              + FEMININE
              + ")"
              + END);

  private static final Slip VERB_OF_SEVERAL =
      Slip.of(
          CLAUSE
              + "(?:quel|quelle|le|la) (?:"
              + MASCULINE
              + "|"
              + FEMININE
              + ") (?<it>manque|complète|convient|désigne|dit|décrit|explique|indique)"
              + END,
          Map.of(
              "manque",
              "manquent",
              "complète",
              "complètent",
              "convient",
              "conviennent",
              "désigne",
              "désignent",
              "dit",
              "disent",
              "décrit",
              "décrivent",
              "explique",
              "expliquent",
              "indique",
              "indiquent"),
          CLAUSE
              + "(?:quel|quelle|le|la) (?:"
              + MASCULINE
              + "|"
              + FEMININE
              + ") (?:manquent|complètent|conviennent|désignent|disent|décrivent|expliquent"
              + "|indiquent)"
              + END);

  static final List<Slip> ALL =
      List.of(MASCULINE_AS_FEMININE, FEMININE_AS_MASCULINE, PLURAL_OF_ONE, VERB_OF_SEVERAL);

  private FrenchSlips() {}
}
