package io.quaestor.udfs.sql;

import io.quaestor.udfs.sql.SqlFunction.Example;
import io.quaestor.udfs.text.Hashes;
import io.quaestor.udfs.text.Normalise;
import io.quaestor.udfs.text.Quotes;
import io.quaestor.udfs.text.Seeds;
import io.quaestor.udfs.text.Similarity;
import java.util.List;
import java.util.Map;

/** Texts: what counts as the same, what is quoted, what a text is called by. */
public final class TextFunctions {
  private static final String A_TEXT = "text - any text; NULL counts as empty";

  private TextFunctions() {}

  /** {@link Normalise#text}. */
  @SqlFunction(
      usage =
          "The text as it is compared: compatibility forms composed, case folded, white space"
              + " collapsed, typography made plain, outer punctuation left out.",
      arguments = A_TEXT,
      examples = @Example(sql = "normalise_text('«  Le CHAT. »')", result = "le chat"))
  public static String normaliseText(String text) {
    return Normalise.text(text);
  }

  /** {@link Normalise#folded}. */
  @SqlFunction(
      usage = "As normalise_text, with all of the punctuation.",
      arguments = A_TEXT,
      examples = @Example(sql = "fold_text('Le  CHAT…')", result = "le chat..."))
  public static String foldText(String text) {
    return Normalise.folded(text);
  }

  /** {@link Normalise#isBlank}. */
  @SqlFunction(
      usage = "Whether nothing of the text shows: white space and invisible characters only.",
      arguments = A_TEXT,
      examples = {
        @Example(sql = "is_blank_text(' \\u200B\\u00A0')", result = "true"),
        @Example(sql = "is_blank_text(NULL)", result = "true")
      })
  public static boolean isBlankText(String text) {
    return Normalise.isBlank(text);
  }

  /** {@link Similarity#cosine(String, String)}. */
  @SqlFunction(
      usage =
          "Likeness of two texts by the words they use, from 0 (none shared) to 1: the cosine of"
              + " their term-frequency vectors. 0 when either has no word.",
      arguments = {"a - one text", "b - the other; NULL has no word"},
      examples =
          @Example(
              sql = "cosine_similarity('Le chat dort', 'le chat')",
              result = "0.8164965809277261"))
  public static double cosineSimilarity(String a, String b) {
    return Similarity.cosine(a, b);
  }

  /** {@link Similarity#terms}. */
  @SqlFunction(
      usage = "How often each word of the text occurs, case folded.",
      arguments = A_TEXT,
      examples = @Example(sql = "text_terms('Le chat, LE chien')['le']", result = "2"))
  public static Map<String, Integer> textTerms(String text) {
    return Similarity.terms(text);
  }

  /**
   * A quote found.
   *
   * @param start first UTF-16 unit, from 0
   * @param end one past the last
   * @param quote as the text has it
   */
  public record Quote(int start, int end, String quote) {}

  /** {@link Quotes#find}; null when it is not there. */
  @SqlFunction(
      usage =
          "Where the quote first stands in the text: exactly, else folded, else without its outer"
              + " punctuation. NULL when it does not, or is blank. Counts UTF-16 units from 0.",
      arguments = {"text - where to look", "quote - what to look for"},
      examples = {
        @Example(
            sql = "find_quote('Hier, l’eau bout.', '\"L\\'eau   bout\"')",
            result = "{\"start\":6,\"end\":16,\"quote\":\"l’eau bout\"}"),
        @Example(sql = "find_quote('Hier, l’eau bout.', 'gèle')", result = "NULL")
      })
  public static Quote findQuote(String text, String quote) {
    return Quotes.in(text)
        .find(quote)
        .map(found -> new Quote(found.start(), found.end(), found.of(text)))
        .orElse(null);
  }

  /** Whether {@link Quotes#find} finds it. */
  @SqlFunction(
      usage = "Whether find_quote finds the quote in the text.",
      arguments = {"text - where to look", "quote - what to look for"},
      examples = @Example(sql = "has_quote('L’eau bout à 100 °C.', 'EAU BOUT')", result = "true"))
  public static boolean hasQuote(String text, String quote) {
    return Quotes.in(text).find(quote).isPresent();
  }

  /** {@link Hashes#id}; null for a null prefix. */
  @SqlFunction(
      usage =
          "A name made of the prefix and a hash of the parts, the same wherever it is made; no two"
              + " different lists of parts look alike. NULL for a NULL prefix.",
      arguments = {"prefix - what the name starts with", "parts - texts; NULL is no part at all"},
      examples =
          @Example(sql = "content_id('doc', array('a', 'b'))", result = "doc_16275ef0f5d0eb9dd9e0"))
  public static String contentId(String prefix, List<String> parts) {
    return prefix == null ? null : Hashes.id(prefix, array(parts));
  }

  /** {@link Hashes#sha256(String...)}. */
  @SqlFunction(
      usage =
          "SHA-256 of the parts with their lengths, in hexadecimal: no two different lists of parts"
              + " look alike. For one text as it is, see sha2.",
      arguments = "parts - texts; NULL is no part at all",
      examples =
          @Example(
              sql = "content_hash(array('a', 'b'))",
              result = "16275ef0f5d0eb9dd9e0a53277549fda5c886358a6872df23c797b13e11455bc"))
  public static String contentHash(List<String> parts) {
    return Hashes.sha256(array(parts));
  }

  /** {@link Seeds#unit} of {@link Seeds#of}; null for a null seed. */
  @SqlFunction(
      usage =
          "A number from 0 up to, not including, 1 that depends on the seed and the parts alone,"
              + " never on the order of rows: for samples that can be drawn again. NULL for a NULL"
              + " seed.",
      arguments = {
        "seed - any whole number",
        "parts - texts such as an id; NULL is no part at all"
      },
      examples = @Example(sql = "seeded_unit(7, array('q-1'))", result = "0.26530671841478204"))
  public static Double seededUnit(Long seed, List<String> parts) {
    return seed == null ? null : (Double) Seeds.unit(Seeds.of(seed, array(parts)));
  }

  private static String[] array(List<String> parts) {
    return parts == null ? new String[0] : parts.toArray(String[]::new);
  }
}
