package io.quaestor.experiment;

import io.quaestor.JobException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A cohort as a user asks for it.
 *
 * @param name letters, digits, dots, dashes and underscores
 * @param pipeline name of a file {@code pipelines/NAME.yaml}
 * @param model alias in place of the routing, null for none
 */
public record CohortSpec(String name, String pipeline, String model, long seed) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,40}");
  private static final List<String> KEYS = List.of("model", "seed", "name");

  /**
   * Reads {@code pipeline[,model=ALIAS][,seed=N][,name=NAME]}. Without a name it is called after
   * what was given, such as {@code graded-strong-s2}.
   *
   * @throws JobException with exit code 2 when it is not of this form
   */
  public static CohortSpec parse(String text) {
    String[] parts = text.split(",", -1);
    Map<String, String> given = new TreeMap<>();
    for (int i = 1; i < parts.length; i++) {
      String[] pair = parts[i].split("=", 2);
      if (pair.length < 2 || !KEYS.contains(pair[0].strip()) || pair[1].isBlank()) {
        throw bad(text, "'%s' is none of model=, seed= and name=".formatted(parts[i]));
      }
      given.put(pair[0].strip(), pair[1].strip());
    }
    String pipeline = parts[0].strip();
    if (pipeline.isEmpty()) {
      throw bad(text, "it has no pipeline");
    }
    String name = given.getOrDefault("name", named(pipeline, given));
    if (!NAME.matcher(name).matches()) {
      throw bad(text, "the name '%s' has other than letters, digits, . _ and -".formatted(name));
    }
    return new CohortSpec(name, pipeline, given.get("model"), seed(text, given.get("seed")));
  }

  private static String named(String pipeline, Map<String, String> given) {
    List<String> parts = new ArrayList<>(List.of(pipeline));
    if (given.containsKey("model")) {
      parts.add(given.get("model"));
    }
    if (given.containsKey("seed")) {
      parts.add("s" + given.get("seed"));
    }
    return String.join("-", parts);
  }

  private static long seed(String text, String seed) {
    try {
      return seed == null ? 1 : Long.parseLong(seed);
    } catch (NumberFormatException e) {
      throw bad(text, "the seed '%s' is no whole number".formatted(seed));
    }
  }

  private static JobException bad(String text, String why) {
    return JobException.input(
        "bad_cohort",
        "No cohort: '%s': %s".formatted(text, why),
        "write it like --cohort graded,model=strong,seed=2,name=v4");
  }
}
