package io.quaestor.udfs.flaws;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words with a part to play, English and French together: the lists do not get in each other's way.
 */
final class Lexicon {
  static final Set<String> ARTICLES = set("a an the le la les l un une des du");

  static final Set<String> NEGATIONS =
      set(
          "not no never neither nor without non ne n pas jamais aucun aucune ni sans plus isn aren"
              + " doesn don didn cannot");

  /** Without one of these a stem is not negative. */
  static final Set<String> NEGATING =
      set(
          "not cannot isn aren wasn weren don doesn didn hasn haven wouldn couldn shouldn except"
              + " least ne n pas sauf excepté hormis exception");

  /** Words of grammar: they say nothing of the subject. */
  static final Set<String> FUNCTION_WORDS =
      set(
          "a an the of to in on at by for from with into as and or but if than that this these"
              + " those it its he she they them his her their we you i is are was were be been"
              + " being am do does did has have had will would can could shall should may might"
              + " must which what who whom whose when where why how not no there here very more"
              + " most some any each such also only about after before between during while"
              + " following statement sentence answer correct option choose select complete"
              + " le la les l un une des du de d au aux en dans sur sous par pour avec sans et ou"
              + " mais donc car ne n pas plus que qu qui quoi dont où ce cet cette ces c se s me m"
              + " te t lui leur leurs y il elle ils elles on nous vous je j tu mon ton son ma ta sa"
              + " mes tes ses notre votre nos vos est sont était étaient être été suis es sommes"
              + " êtes ai as a avons avez ont avait avaient avoir sera seront quel quelle quels"
              + " quelles lequel laquelle lesquels lesquelles comment pourquoi quand combien selon"
              + " entre après avant pendant très aussi bien phrase texte réponse suivant suivante"
              + " suivants suivantes correct correcte choisissez complétez parmi avez faut peut");

  static final Set<String> ABSOLUTES =
      set(
          "always never completely absolutely entirely totally invariably toujours jamais"
              + " complètement absolument entièrement totalement invariablement systématiquement");

  /** Words that an option about the other options begins with. */
  static final Set<String> QUANTIFIERS =
      set("all none any both neither either tout toutes tous aucun aucune rien");

  static final Set<String> COORDINATORS = set("and or et ou & + as plus");

  private static final Pattern KNOWN = Pattern.compile("(?:en|fr)(?:[-_].*)?");

  private Lexicon() {}

  static boolean knows(String language) {
    if (language == null) {
      return true;
    }
    String tag = language.strip().toLowerCase(Locale.ROOT);
    return tag.isEmpty() || KNOWN.matcher(tag).matches();
  }

  private static Set<String> set(String words) {
    return Set.copyOf(new HashSet<>(Arrays.asList(words.split(" "))));
  }
}
