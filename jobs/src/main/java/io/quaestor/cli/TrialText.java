package io.quaestor.cli;

import io.quaestor.generate.Trial;
import io.quaestor.tables.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Trials of pipelines for people. */
final class TrialText {
  private TrialText() {}

  static List<String> of(Trial trial) {
    List<String> lines = new ArrayList<>();
    lines.add("%s (%s): %s".formatted(trial.pipeline(), trial.version(), trial.status()));
    lines.add("");
    lines.add(
        "%-44s %9s %6s %8s %8s %6s"
            .formatted("topic", "generated", "kept", "repaired", "rejected", "failed"));
    for (Trial.Topic topic : trial.topics()) {
      lines.add(
          "%-44s %9d %6d %8d %8d %6d"
              .formatted(
                  short44(topic.unitId() + ": " + topic.topic()),
                  topic.generated(),
                  topic.kept(),
                  topic.repaired(),
                  topic.rejected(),
                  topic.failed()));
    }
    lines.add("");
    lines.add("turned down      " + counts(trial.reasons()));
    lines.add("types            " + counts(trial.types()));
    lines.add("difficulties     " + counts(trial.difficulties()));
    lines.add("quality score    " + spread(trial.scores()));
    lines.add("grounding score  " + spread(trial.grounding().score()));
    lines.add("evidence spans   " + spread(trial.grounding().citations()));
    lines.add("reasoning steps  " + spread(trial.grounding().reasoningSteps()));
    trial.measures().forEach(measure -> lines.add(measure(measure)));
    for (Trial.Sample question : trial.samples()) {
      lines.add("");
      lines.addAll(sample(question));
    }
    return lines;
  }

  /** Two trials side by side. */
  static List<String> compared(Trial a, Trial b) {
    List<String> lines = new ArrayList<>();
    lines.add(row("", a.pipeline() + " " + a.version(), b.pipeline() + " " + b.version()));
    lines.add(row("kept of the drafts", share(a.kept()), share(b.kept())));
    lines.add(row("quality score", spread(a.scores()), spread(b.scores())));
    lines.add(row("grounding score", spread(a.grounding().score()), spread(b.grounding().score())));
    lines.add(row("types", counts(a.types()), counts(b.types())));
    lines.add(row("difficulties", counts(a.difficulties()), counts(b.difficulties())));
    lines.add(row("turned down", counts(a.reasons()), counts(b.reasons())));
    lines.add(row("cost at list prices", usd(a.costUsd()), usd(b.costUsd())));
    lines.add(row("cost per question", usd(a.costPerQuestion()), usd(b.costPerQuestion())));
    return lines;
  }

  private static String row(String name, String a, String b) {
    return "%-20s | %s | %s".formatted(name, a, b);
  }

  private static List<String> sample(Trial.Sample question) {
    List<String> lines = new ArrayList<>();
    lines.add("  %s, %s: %s".formatted(question.type(), question.difficulty(), question.stem()));
    lines.add("    options %s, key %s".formatted(question.options(), question.answer()));
    if (!question.scores().isEmpty()) {
      String total =
          question.qualityScore() == null
              ? ""
              : "quality score %s: ".formatted(number(question.qualityScore()));
      lines.add("    " + total + scores(question.scores()));
    }
    return lines;
  }

  private static String scores(Map<String, Double> scores) {
    return new TreeMap<>(scores)
        .entrySet().stream()
            .map(
                score ->
                    "%s %s"
                        .formatted(
                            score.getKey().replace('_', ' '),
                            BigDecimal.valueOf(score.getValue())
                                .stripTrailingZeros()
                                .toPlainString()))
            .collect(Collectors.joining(", "));
  }

  private static String measure(Measure measure) {
    return "%-16s %s, target %.0f %%"
        .formatted(
            short44(measure.name().replace('_', ' ')), share(measure), 100 * measure.target());
  }

  private static String share(Measure measure) {
    return measure.share() == null
        ? "undefined (nothing to measure it on)"
        : String.format(
            Locale.ROOT,
            "%.0f %% (%d of %d; 95 %%: %.0f to %.0f)",
            100 * measure.share(),
            measure.hits(),
            measure.n(),
            100 * measure.low(),
            100 * measure.high());
  }

  private static String spread(Trial.Spread spread) {
    return spread.n() == 0
        ? "none"
        : "mean %s, %s to %s (%d)"
            .formatted(
                number(spread.mean()), number(spread.min()), number(spread.max()), spread.n());
  }

  private static String counts(Map<String, Long> counts) {
    return counts.isEmpty()
        ? "none"
        : counts.entrySet().stream()
            .map(count -> count.getKey() + " " + count.getValue())
            .collect(Collectors.joining(", "));
  }

  private static String usd(Double amount) {
    return amount == null ? "undefined" : String.format(Locale.ROOT, "$%.4f", amount);
  }

  private static String number(Double value) {
    return value == null ? "none" : String.format(Locale.ROOT, "%.2f", value);
  }

  private static String short44(String text) {
    return text.length() <= 44 ? text : text.substring(0, 43) + "…";
  }
}
