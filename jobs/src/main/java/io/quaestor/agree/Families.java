package io.quaestor.agree;

import io.quaestor.conf.Conf;
import io.quaestor.conf.ModelConf;
import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapFunction;

/**
 * To which family a model belongs: the provider that the configuration names for it.
 *
 * @param providers by the beginning of a model's id, or by alias
 */
record Families(Map<String, String> providers) implements MapFunction<Vote, String>, Serializable {
  static final String NONE = "none";

  /** Providers answer with the version that stands behind such a name. */
  private static final String NEWEST = "-latest";

  static Families of(Conf conf) {
    Map<String, String> providers = new TreeMap<>();
    for (Map.Entry<String, ModelConf> each : conf.models().entrySet()) {
      String id = each.getValue().id();
      providers.put(each.getKey(), each.getValue().provider());
      providers.put(
          id.endsWith(NEWEST) ? id.substring(0, id.length() - NEWEST.length()) : id,
          each.getValue().provider());
    }
    return new Families(providers);
  }

  /** Its provider, by the longest name that it begins with; without one, the model itself. */
  String of(String model) {
    if (model == null || model.isBlank()) {
      return NONE;
    }
    return providers.keySet().stream()
        .filter(name -> model.equals(name) || model.startsWith(name + "-"))
        .max(Comparator.comparingInt(String::length))
        .map(providers::get)
        .orElse(model);
  }

  /** Of several models. */
  String of(Collection<String> models) {
    return models.isEmpty()
        ? NONE
        : models.stream().map(this::of).sorted().distinct().collect(Collectors.joining("+"));
  }

  /** Of a vote of kind {@code model}. */
  @Override
  public String call(Vote vote) {
    return of(vote.segment().substring("model=".length()));
  }
}
