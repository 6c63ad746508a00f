package io.quaestor.prompt;

import io.quaestor.JobException;
import io.quaestor.udfs.text.Hashes;
import java.io.Serializable;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt file: system, prefix (the cacheable part of the user message) and user, with {@code
 * {{placeholders}}}.
 *
 * @param sha256 hash of the file; it is the prompt's version
 */
public record Prompt(String name, String system, String prefix, String user, String sha256)
    implements Serializable {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z_]+)}}");
  private static final Pattern PARTS =
      Pattern.compile("\\s*--- system\\n(.*?)--- prefix\\n(.*?)--- user\\n(.*)", Pattern.DOTALL);

  /**
   * @throws JobException when the three parts are not there
   */
  public static Prompt parse(String name, String text) {
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw JobException.input(
          "bad_prompt",
          "Prompt %s lacks a part".formatted(name),
          "write the lines `--- system`, `--- prefix` and `--- user`, each with its text below");
    }
    return new Prompt(
        name,
        parts.group(1).strip(),
        parts.group(2).strip(),
        parts.group(3).strip(),
        Hashes.sha256(text));
  }

  /** First twelve characters of the hash, as shown and stored. */
  public String version() {
    return sha256.substring(0, 12);
  }

  /**
   * The prompt with its placeholders filled; values are not searched for placeholders.
   *
   * @throws JobException when the prompt names a placeholder that has no value here
   */
  public Prompt with(Map<String, String> values) {
    return new Prompt(name, fill(system, values), fill(prefix, values), fill(user, values), sha256);
  }

  private String fill(String part, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(part)
        .replaceAll(
            match -> {
              String value = values.get(match.group(1));
              if (value == null) {
                throw JobException.input(
                    "bad_prompt",
                    "Prompt %s has a placeholder {{%s}} that nothing fills"
                        .formatted(name, match.group(1)),
                    "use only %s".formatted(values.keySet()));
              }
              return Matcher.quoteReplacement(value);
            });
  }
}
