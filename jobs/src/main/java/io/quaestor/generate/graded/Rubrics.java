package io.quaestor.generate.graded;

import io.quaestor.conf.GradedConf;
import io.quaestor.udfs.rubric.Dimension;
import io.quaestor.udfs.rubric.Rubric;
import io.quaestor.udfs.rubric.Scale;
import io.quaestor.udfs.rubric.Score;
import io.quaestor.udfs.rubric.Thresholds;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A configuration's rubric: what the judge is told of it, and what scores come to. */
record Rubrics(Rubric rubric, Thresholds thresholds, String told) implements Serializable {

  static Rubrics of(GradedConf conf) {
    Rubric rubric = Rubric.valueOf(conf.rubric().toUpperCase(java.util.Locale.ROOT));
    String told =
        rubric.dimensions().stream()
            .map(dimension -> told(dimension, conf.dimensions()))
            .collect(Collectors.joining("\n"));
    return new Rubrics(rubric, conf.thresholds(), told);
  }

  List<String> names() {
    return rubric.dimensions().stream().map(Dimension::wire).toList();
  }

  Score score(Map<String, Double> scores) {
    return rubric.scorer(thresholds).score(scores);
  }

  /** What stands in for a judge that could not be reached. */
  Map<String, Double> unjudged() {
    Map<String, Double> scores = new LinkedHashMap<>();
    rubric.unjudgedScores().forEach((name, score) -> scores.put(name, (double) score));
    return scores;
  }

  private static String told(Dimension dimension, Map<String, String> meanings) {
    String range = dimension.scale() == Scale.BINARY ? "0 or 1" : "1 to 5";
    return "- %s (%s): %s"
        .formatted(dimension.wire(), range, meanings.getOrDefault(dimension.wire(), ""));
  }
}
