package io.quaestor.conf;

import io.quaestor.JobException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.HttpUrl;

/** What must hold between the settings; every breach is named at once. */
final class ConfRules {
  private static final Set<String> PROTOCOLS = Set.of("anthropic", "mistral", "openai");
  private static final Set<String> REMEDIES = Set.of("difficulty", "acceptable_variations");

  private ConfRules() {}

  static void check(Conf conf, String source) {
    List<String> problems = new ArrayList<>();
    if (conf.providers() == null || conf.models() == null) {
      problems.add("providers and models are needed");
    } else {
      conf.providers().forEach((name, provider) -> provider(name, provider, problems));
      conf.models().forEach((alias, model) -> model(alias, model, conf, problems));
    }
    if (conf.calls() == null
        || conf.corpus() == null
        || conf.quality() == null
        || conf.agree() == null
        || conf.sim() == null) {
      problems.add("calls, corpus, quality, agree and sim are needed");
    } else {
      numbers(conf, problems);
      sim(conf.sim(), problems);
    }
    refuse(problems, source);
  }

  static void check(AuditorConf auditor, Conf conf, String source) {
    List<String> problems = new ArrayList<>();
    if (auditor.gate() == null || auditor.gate().isEmpty()) {
      problems.add("gate: at least one criterion is needed");
    }
    if (auditor.soft() == null || auditor.remediates() == null) {
      problems.add("soft and remediates are needed; they may be empty");
    } else {
      auditor.remediates().stream()
          .filter(remedy -> !REMEDIES.contains(remedy))
          .forEach(
              remedy ->
                  problems.add("remediates: %s is not one of %s".formatted(remedy, REMEDIES)));
    }
    if (!conf.models().containsKey(auditor.model())) {
      problems.add(
          "model: there is no %s among %s".formatted(auditor.model(), conf.models().keySet()));
    }
    refuse(problems, source);
  }

  static void check(ConvertConf convert, String source) {
    List<String> problems = new ArrayList<>();
    if (!(convert.maxChange() >= 0 && convert.maxChange() <= 1)) {
      problems.add("max_change: must be between 0 and 1");
    }
    if (convert.convert() == null) {
      problems.add("convert is needed");
    }
    refuse(problems, source);
  }

  static void check(TopicsConf topics, Conf conf, String source) {
    List<String> problems = new ArrayList<>();
    if (topics.maxTopics() < 1 || topics.batchTokens() < 1) {
      problems.add("max_topics and batch_tokens: must be at least 1");
    }
    if (!(topics.mergeCosine() > 0 && topics.mergeCosine() <= 1)) {
      problems.add("merge_cosine: must be above 0 and at most 1");
    }
    if (topics.suggest() == null) {
      problems.add("suggest is needed");
    } else if (!conf.models().containsKey(topics.suggest().model())) {
      problems.add(
          "suggest.model: there is no %s among %s"
              .formatted(topics.suggest().model(), conf.models().keySet()));
    }
    refuse(problems, source);
  }

  private static void provider(String name, ProviderConf provider, List<String> problems) {
    if (!PROTOCOLS.contains(provider.protocol())) {
      problems.add(
          "providers.%s.protocol: %s is not one of %s"
              .formatted(name, provider.protocol(), PROTOCOLS));
    }
    if (provider.baseUrl() == null
        || !provider.baseUrl().matches("https?://.+")
        || HttpUrl.parse(provider.baseUrl()) == null) {
      problems.add(
          "providers.%s.base_url: %s is not an http(s) address"
              .formatted(name, provider.baseUrl()));
    }
  }

  private static void model(String alias, ModelConf model, Conf conf, List<String> problems) {
    if (!conf.providers().containsKey(model.provider())) {
      problems.add(
          "models.%s.provider: there is no %s among %s"
              .formatted(alias, model.provider(), conf.providers().keySet()));
    }
    if (model.id() == null || model.accepts() == null || model.limits() == null) {
      problems.add("models.%s: id, accepts and limits are needed".formatted(alias));
    }
    if (model.prices() == null || model.prices().isEmpty()) {
      problems.add("models.%s.prices: at least one row is needed".formatted(alias));
    }
    if (model.tokenizerFactor() <= 0) {
      problems.add("models.%s.tokenizer_factor: must be above 0".formatted(alias));
    }
  }

  private static void numbers(Conf conf, List<String> problems) {
    if (conf.calls().window() < 1 || conf.calls().attempts() < 1) {
      problems.add("calls.window and calls.attempts: must be at least 1");
    }
    if (conf.corpus().minTokens() < 1 || conf.corpus().maxTokens() < conf.corpus().minTokens()) {
      problems.add("corpus: 1 <= min_tokens <= max_tokens must hold");
    }
    quality(conf.quality(), problems);
    double gateBelow = conf.agree().gateBelow();
    if (!(gateBelow > 0 && gateBelow < 1)) {
      problems.add("agree.gate_below: %s is not above 0 and below 1".formatted(gateBelow));
    }
  }

  private static void quality(QualityConf quality, List<String> problems) {
    if (!(quality.duplicateCosine() > 0 && quality.duplicateCosine() <= 1)) {
      problems.add(
          "quality.duplicate_cosine: %s is not above 0 and at most 1"
              .formatted(quality.duplicateCosine()));
    }
    if (quality.bands() < 1 || quality.bandRows() < 1 || quality.bucketHeads() < 1) {
      problems.add("quality.bands, band_rows and bucket_heads: must be at least 1");
    }
  }

  private static void sim(SimConf sim, List<String> problems) {
    if (!isShare(sim.repairRate())) {
      problems.add("sim.repair_rate: %s is not between 0 and 1".formatted(sim.repairRate()));
    }
    if (sim.defects() == null) {
      return;
    }
    sim.defects()
        .forEach(
            (name, rate) -> {
              if (!SimConf.DEFECTS.contains(name)) {
                problems.add(
                    "sim.defects: %s is not one of %s"
                        .formatted(name, new TreeSet<>(SimConf.DEFECTS)));
              } else if (rate == null || !isShare(rate)) {
                problems.add("sim.defects.%s: %s is not between 0 and 1".formatted(name, rate));
              }
            });
  }

  private static boolean isShare(double number) {
    return number >= 0 && number <= 1;
  }

  private static void refuse(List<String> problems, String source) {
    if (!problems.isEmpty()) {
      throw JobException.input(
          "bad_configuration",
          "%s: %s".formatted(source, String.join("; ", problems)),
          "correct these settings");
    }
  }
}
