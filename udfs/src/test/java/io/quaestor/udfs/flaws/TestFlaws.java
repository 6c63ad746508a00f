package io.quaestor.udfs.flaws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.udfs.RandomText;
import io.quaestor.udfs.structure.Draft;
import io.quaestor.udfs.structure.QuestionType;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In each choice the first option is the key. */
class TestFlaws {
  private static final Set<String> CODES =
      Arrays.stream(Flaw.values()).map(Flaw::code).collect(Collectors.toSet());

  @Test
  void ordinaryQuestionsHaveNone() {
    choice("What is the capital of Australia?", "Canberra", "Sydney", "Melbourne", "Perth");
    choice("Quelle est la capitale de la France ?", "Paris", "Lyon", "Marseille", "Nice");
    choice("Nous ___ au marché le samedi.", "allons", "allez", "vont", "va");
    choice("Je ne ___ pas de viande.", "mange", "manges", "mangent", "mangez");
    choice("Elle boit ___ eau.", "de l'", "du", "de la", "des");
    choice("She ___ to school every day.", "goes", "go", "going", "to go");
    choice("She ___ here since May.", "has worked", "works", "worked", "had worked");
    choice(
        "Quelle phrase est correcte ?",
        "Les filles sont allées au marché.",
        "Les filles sont allés au marché.",
        "Les filles sont allée au marché.",
        "Les filles est allées au marché.");
    choice(
        "Quel gaz les plantes absorbent-elles ?", "Le dioxyde de carbone", "Le carbone", "L'azote");
    choice("Which gas do plants take in?", "Carbon dioxide", "Carbon", "Nitrogen", "Oxygen");
    choice("Combien font 7 + 5 ?", "12", "11", "13", "75");
    choice("When was the First World War?", "1914-1918", "1914-1917", "1915-1918", "1939-1945");
    choice(
        "What happens when water is heated?",
        "Its temperature increases",
        "Its temperature decreases",
        "Its mass increases",
        "Its colour changes");
    choice(
        "Why does ice not sink in water?",
        "It is less dense",
        "It is heavier",
        "It is colder",
        "It is a solid");
    choice("À quelle fréquence va-t-il au cinéma ?", "toujours", "souvent", "jamais", "parfois");
    choice("Le texte dit que l'homme qui ne parle pas est ___.", "muet", "sourd", "aveugle");
    of("true_false", "L'eau bout à 100 °C au niveau de la mer.", "Vrai", "Faux");
    of("true_false", "« Jamais » se place après le verbe.", "Vrai", "Faux");
    of("fill_in_blank", "Je ne ___ jamais de café.", "Bois");
    of("short_answer", "Que fait le chat de Marie ?", "Il dort.");
    of("writing", "Décrivez une ville qui ne vous plaît pas. Pourquoi ?", "Libre");
  }

  @Test
  void theKeyIsConspicuouslyTheLongest() {
    choice(
        "Why do leaves fall?",
        "Because trees save water in winter by shedding them",
        "They are old",
        "The wind is strong",
        "They are heavy",
        "key_longest");
    choice(
        "Pourquoi fait-il nuit ?",
        "Parce que la Terre tourne sur elle-même en un jour",
        "Le Soleil s'éteint",
        "La Lune le cache",
        "key_longest");
    choice("Qui dort ?", "Le grand chat", "Le chien", "La vache");
    choice("What is it called?", "Photosynthesis", "Respiration", "Osmosis");
    choice(
        "Pourquoi ?", "Il pleut", "Parce que la Terre tourne sur elle-même en un jour", "Il neige");
  }

  @Test
  void absoluteTermsGiveOptionsAway() {
    choice(
        "What do cats do?",
        "They sleep a lot",
        "They never drink water",
        "They fear dogs",
        "absolute_term");
    choice(
        "Où met-on l'adjectif ?",
        "Avant ou après le nom",
        "Il est toujours après le nom",
        "Il remplace le nom",
        "absolute_term");
    of(
        "true_false",
        "Le participe s'accorde toujours avec le sujet.",
        "Faux",
        "Vrai",
        "absolute_term");
    of("true_false", "Metals are always solid.", "False", "True", "absolute_term");
    choice("Complétez.", "il ne mange jamais", "il n'a jamais mangé", "il va toujours manger");
    of("true_false", "The poem is called \"Never again tonight\".", "True", "False");
  }

  @Test
  void optionsSpeakOfAllOrNoneOfTheOthers() {
    for (String option :
        List.of(
            "All of the above",
            "None of these.",
            "None of the above are correct",
            "Both of these")) {
      choice("What is red?", "Blood", "Grass", "Snow", option, "all_or_none_of_above");
    }
    for (String option :
        List.of(
            "Toutes ces réponses",
            "Toutes les réponses ci-dessus",
            "Aucune de ces réponses",
            "Aucune des réponses précédentes",
            "Aucune réponse",
            "Toutes les réponses sont correctes",
            "Aucune réponse n'est correcte",
            "Tout ce qui précède")) {
      choice("Qu'est-ce qui est rouge ?", "Le sang", "L'herbe", option, "all_or_none_of_above");
    }
    choice("Who came?", "All of the guests", "None of the teachers", "Some of the parents");
    choice("Qui est venu ?", "Tous les élèves", "Aucune fille", "Toutes les mères");
  }

  @Test
  void wordsOfTheStemComeBackInTheKeyOnly() {
    choice(
        "What does a thermometer measure in a thermal bath?",
        "The thermal state",
        "The weight",
        "The colour",
        "stem_word_in_key");
    choice(
        "Comment appelle-t-on la vapeur qui monte ?",
        "Un nuage de vapeur",
        "Une goutte",
        "Un flocon",
        "stem_word_in_key");
    choice("Where does the river begin?", "At a river spring", "In the river bed", "At the sea");
    choice("Which of these is with us?", "This one with us", "Another", "Neither");
  }

  @Test
  void optionsIncludeOneAnother() {
    choice("Où va-t-il ?", "À Paris", "À Paris et à Lyon", "À Nice", "overlapping_options");
    choice(
        "What pumps blood?", "The heart", "The heart and lungs", "The skin", "overlapping_options");
    choice(
        "What causes it?",
        "A rise in temperature",
        "A rise in temperature of the sea",
        "The moon",
        "overlapping_options");
    choice("Qui vient ?", "Marie et Paul", "Luc et Jeanne", "Anne et Marc");
    choice("What does a cell do?", "The cell divides", "The cell divides not", "The cell melts");
  }

  @Test
  void rangesOverlap() {
    choice("How many?", "10-20", "15-30", "40-50", "overlapping_options");
    choice(
        "À quelle température ?",
        "entre 10 et 20 °C",
        "plus de 15 °C",
        "0 °C",
        "overlapping_options");
    choice("How old?", "over 30", "20 to 40", "under 20", "overlapping_options");
    choice("How many?", "10-20", "20-30", "30-40");
    choice("Combien ?", "moins de 5 %", "de 5 à 10 %", "plus de 10 %");
    choice("How far?", "10-20 m", "15-30 km", "40-50 cm");
  }

  @Test
  void twoOptionsSayNearlyTheSame() {
    choice(
        "Que fait la cellule ?",
        "Une division des noyaux",
        "La division du noyau",
        "Un échange de gaz",
        "near_equal_options");
    choice(
        "What is stored?",
        "A chemical concentration",
        "The chemical consentration",
        "Heat from outside",
        "near_equal_options");
    choice("Which salt?", "sodium nitrate", "sodium nitrite", "table sugar");
    choice("Which nerve?", "an afferent pathway", "an efferent pathway", "a muscle cell");
    choice("Où est-il ?", "sur la table", "sous la table", "dans le jardin");
  }

  @Test
  void stemsAreNegativelyWorded() {
    for (String stem :
        List.of(
            "Which of the following is not a mammal?",
            "Which animals don't lay eggs?",
            "All of these are metals except:",
            "Which one is NOT true?",
            "Among these, which cannot fly?")) {
      choice(stem, "The bat", "The cow", "The fox", "negative_stem");
    }
    for (String stem :
        List.of(
            "Lequel de ces animaux n'est pas un mammifère ?",
            "Parmi ces animaux, lequel ne vole pas ?",
            "Qu'est-ce qui n'est pas un fruit ?",
            "Quel mot ne prend pas d'accent ?",
            "Toutes ces villes sont en France, sauf :",
            "Laquelle est fausse ? Elles sont vraies SAUF une.")) {
      choice(stem, "La chèvre", "La pomme", "Le train", "negative_stem");
    }
    of("short_answer", "Which planet has no ring and is not a gas giant?", "Mars", "negative_stem");
    choice("Quelle phrase veut dire « il ne vient pas » ?", "Il reste", "Il part", "Il court");
    choice("What is the dog doing? The cat is not here.", "It sleeps", "It runs", "It eats");
    choice("Why is the sky not green?", "Light scatters", "Air is dry", "Sun is hot");
    choice("Pourquoi l'huile ne coule-t-elle pas ?", "Elle flotte", "Elle brûle", "Elle gèle");
    choice("Tout le monde vient sauf Paul. Où est-il ?", "À Nice", "À Metz", "À Caen");
  }

  @Test
  void articlesAndNumberFitOneOptionOnly() {
    choice("A doctor for animals works as a ___.", "vet", "artist", "actor", "grammatical_cue");
    choice("It was eaten by an [blank].", "eagle", "cat", "dog", "grammatical_cue");
    choice("Il a vu l'___ dans la cour.", "âne", "chat", "chien", "grammatical_cue");
    choice("Au zoo, on voit les ___.", "lions", "tigre", "zèbre", "grammatical_cue");
    choice(
        "Quels sont les organes qui filtrent ?",
        "les reins",
        "le cœur",
        "la rate",
        "grammatical_cue");
    choice("She is a ___.", "nurse", "driver", "actor");
    choice("She works as an ___.", "artist", "actor", "hour", "dog");
    choice("He saw a ___.", "unicorn", "eagle", "owl");
    choice("She is a/an ___.", "nurse", "actor", "artist");
    choice("Je mange une ___.", "pomme", "citron", "raisin");
    choice("Au zoo, on voit les ___.", "lions", "tigres", "zèbre");
    choice("Il a vu l'___.", "âne", "hibou", "chat");
    choice("Quelles sont ses amies ?", "Marie et Anne", "Luc et Paul", "Jean et Marc");
  }

  @Test
  void aDistractorIsFarTooShort() {
    choice(
        "Why do we have seasons?",
        "The axis of the Earth is tilted",
        "The Sun changes its size",
        "The Moon moves away",
        "Magic",
        "short_distractor");
    choice(
        "Pourquoi le pain lève-t-il ?",
        "La levure produit du gaz",
        "La farine absorbe l'air",
        "Non",
        "short_distractor");
    choice(
        "Which carries amino acids?",
        "Transfer ribonucleic acid",
        "Messenger ribonucleic acid",
        "Ribosomal ribonucleic acid",
        "DNA");
    choice("Who wrote it?", "Marcel Proust", "Zola", "Antoine de Saint-Exupéry", "Victor Hugo");
  }

  @Test
  void otherLanguagesAreNotReadAsEnglishOrFrench() {
    Draft draft =
        new Draft(
            "mcq_single",
            "Which is not red?",
            List.of("Blood", "Snow", "None of these"),
            List.of("Snow"));
    assertEquals(List.of(), Flaws.of(draft, "de"));
    List<String> both = List.of("all_or_none_of_above", "negative_stem");
    for (String language : Arrays.asList(null, "", "en", "EN-GB", "fr", "fr_CA")) {
      assertEquals(both, Flaws.of(draft, language), language);
    }
  }

  @Test
  void nothingThatIsNoQuestionHasFlaws() {
    assertEquals(List.of(), Flaws.of(null, "fr"));
    assertEquals(List.of(), Flaws.of(new Draft(null, null, null, null), null));
    for (QuestionType type : QuestionType.values()) {
      assertEquals(List.of(), Flaws.of(new Draft(type.wire(), null, null, null), "fr"));
      List<String> blank = Arrays.asList(null, "", " ");
      assertEquals(List.of(), Flaws.of(new Draft(type.wire(), "", blank, blank), "fr"));
    }
  }

  @Test
  void anythingAtAllIsLookedAtWithoutAnException() {
    SplittableRandom random = new SplittableRandom(6);
    RandomText texts = new RandomText(random);
    List<String> types = Stream.of(QuestionType.values()).map(QuestionType::wire).toList();
    List<String> known =
        List.of(
            "an ___", "les ___", "10-20", "Quels sont ?", "le chat et", "-", "never a b", "sauf");
    for (int i = 0; i < 5_000; i++) {
      List<String> options =
          Stream.generate(() -> texts.nextOrKnown(known, 40)).limit(random.nextInt(15)).toList();
      Draft draft =
          new Draft(
              texts.nextOrKnown(types, 5),
              texts.nextOrKnown(known, 80),
              options,
              options.isEmpty() ? null : options.subList(0, 1));
      List<String> flaws = Flaws.of(draft, random.nextBoolean() ? "fr" : null);
      assertTrue(CODES.containsAll(flaws));
      assertEquals(flaws.stream().distinct().sorted().toList(), flaws);
    }
  }

  @Test
  void aMegabyteIsLookedAtInReasonableTime() {
    for (String piece :
        List.of("a", "which ", "ne pas ", "\"", "'x", "a et ", "1", "10-", "qui ne ", "l' ")) {
      String huge = piece.repeat(1_000_000 / piece.length());
      List<String> options = List.of(huge, huge + "a", piece);
      Draft draft = new Draft("mcq_single", huge, options, List.of(huge));
      Draft many = new Draft("mcq_single", "?", Collections.nCopies(100_000, piece), options);
      assertTimeout(Duration.ofSeconds(5), () -> Flaws.of(draft, null), piece);
      assertTimeout(Duration.ofSeconds(5), () -> Flaws.of(many, null), piece);
    }
  }

  /** Options, and after them the codes expected, which are told by their names. */
  private static void choice(String stem, String... optionsAndCodes) {
    of("mcq_single", stem, optionsAndCodes);
  }

  private static void of(String type, String stem, String... optionsAndCodes) {
    List<String> expected = Stream.of(optionsAndCodes).filter(CODES::contains).toList();
    List<String> options = Stream.of(optionsAndCodes).filter(o -> !CODES.contains(o)).toList();
    Draft draft = new Draft(type, stem, options, options.subList(0, 1));
    assertEquals(expected, Flaws.of(draft, null), () -> String.valueOf(draft));
  }
}
