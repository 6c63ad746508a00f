package io.quaestor.audit.calibrate;

import io.quaestor.JobContext;
import io.quaestor.Progress;
import io.quaestor.audit.AuditSchemas;
import io.quaestor.conf.ConfHome;
import io.quaestor.lake.Lake;
import io.quaestor.llm.CallSetup;
import io.quaestor.llm.Ledger;
import io.quaestor.sim.SimOptions;
import io.quaestor.sim.SimServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Auditors with a known eye, all with the same criteria, each with another model. */
final class Bench implements AutoCloseable {
  static final List<String> CRITERIA =
      List.of(
          "answer_correct",
          "grammar_correct",
          "no_hallucination",
          "question_coherent",
          "register_appropriate");

  private static final Path ROOT = Path.of(System.getProperty("quaestor.root"));
  private static final Map<String, String> MODELS =
      Map.of(
          "auditor",
          "mistral-large-latest",
          "strong",
          "claude-sonnet-4-6",
          "cheap",
          "claude-haiku-4-5");

  /**
   * An auditor of the bench.
   *
   * @param model alias
   * @param sensitivity by criterion, in their order
   * @param specificity the same
   */
  record Eye(String model, List<Double> sensitivity, List<Double> specificity) {
    static Eye perfect(String model) {
      List<Double> all = CRITERIA.stream().map(criterion -> 1.0).toList();
      return new Eye(model, all, all);
    }

    private String judge() {
      return "    %s:\n      sensitivity: %s\n      specificity: %s\n"
          .formatted(MODELS.get(model), flow(sensitivity), flow(specificity));
    }

    private static String flow(List<Double> values) {
      Map<String, Double> map = new TreeMap<>();
      values.forEach(value -> map.put(CRITERIA.get(map.size()), value));
      return map.toString().replace("=", ": ");
    }
  }

  private final SimServer sim;
  private final ConfHome home;

  /**
   * @param folder for their files
   * @param eyes by name
   */
  Bench(Path folder, Map<String, Eye> eyes) {
    try {
      Files.createDirectories(folder.resolve("auditors"));
      String judges = eyes.values().stream().map(Eye::judge).collect(Collectors.joining());
      Path own = folder.resolve("own.yaml");
      Files.writeString(own, "sim:\n  auditors:\n" + judges);
      for (Map.Entry<String, Eye> eye : eyes.entrySet()) {
        Path file = folder.resolve("auditors").resolve(eye.getKey() + ".yaml");
        Files.writeString(file, auditor(eye.getValue().model()));
      }
      ConfHome real = ConfHome.load(ROOT.resolve("conf"), own, List.of(), name -> null);
      sim = SimServer.start(real.conf().sim(), SimOptions.defaults());
      home = real.offline(sim.url());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String auditor(String model) {
    String gate =
        CRITERIA.stream()
            .map(criterion -> "  %s: It holds.\n".formatted(criterion))
            .collect(Collectors.joining());
    return String.format(
        Locale.ROOT,
        "model: %s\nprompt: audit\ntemperature: 0.0\nmax_tokens: 512\ngate:\n%ssoft: {}\nremediates: []\n",
        model,
        gate);
  }

  JobContext context(Lake lake, String runId) {
    Map<String, String> schemas = new TreeMap<>(home.schemas());
    schemas.putAll(AuditSchemas.of(home));
    CallSetup setup =
        new CallSetup(
            home.conf(), schemas, lake.root().toString(), Map.of(), runId, CallSetup.Terms.NONE);
    Ledger ledger = new Ledger(lake, setup, null, name -> null, Progress.SILENT);
    return new JobContext(lake, home, ledger, Progress.SILENT);
  }

  long answered() {
    return sim.stats().answered();
  }

  @Override
  public void close() {
    sim.close();
  }
}
