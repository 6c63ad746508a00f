package io.quaestor.generate.batch;

import io.quaestor.udfs.text.Normalise;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The kind of writing a prompt calls for, told from its words when the model names none. */
final class WritingSubtype {
  private static final Map<String, Pattern> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("letter", Pattern.compile("\\b(lettre|courriel|message|letter|e-?mail)\\b"));
    KINDS.put("dialogue", Pattern.compile("\\b(dialogue|conversation)\\b"));
    KINDS.put("summary", Pattern.compile("\\b(résume[rz]?|résumé|summar\\w+)\\b"));
    KINDS.put("opinion", Pattern.compile("\\b(avis|opinion|pensez|think|argue)\\b"));
    KINDS.put("description", Pattern.compile("\\b(décri\\w+|descri\\w+)\\b"));
  }

  private WritingSubtype() {}

  /** Null unless the type is {@code writing}; {@code open} when nothing tells. */
  static String of(String type, String stem) {
    if (!"writing".equals(type)) {
      return null;
    }
    String text = Normalise.text(stem);
    return KINDS.entrySet().stream()
        .filter(kind -> kind.getValue().matcher(text).find())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("open");
  }
}
