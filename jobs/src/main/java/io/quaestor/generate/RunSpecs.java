package io.quaestor.generate;

import io.quaestor.JobException;
import io.quaestor.conf.ConfHome;
import io.quaestor.conf.PipelineConf;
import io.quaestor.conf.PlanConf;
import io.quaestor.conf.StepConf;
import io.quaestor.generate.batch.Pipeline;
import io.quaestor.generate.batch.Step;
import io.quaestor.generate.plan.RunSpec;
import io.quaestor.generate.plan.Source;
import io.quaestor.udfs.structure.Difficulty;
import io.quaestor.udfs.structure.QuestionType;
import io.quaestor.udfs.text.Hashes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** From what the user typed to a run with an id. */
final class RunSpecs {
  private RunSpecs() {}

  /** The id covers everything that decides what is asked: the same command goes on with its run. */
  static RunSpec of(GenerateOptions options, ConfHome home, Source source, Pipeline pipeline) {
    PipelineConf conf = pipeline.conf();
    int target = options.target() == null ? conf.target() : options.target();
    if (target < 1) {
      throw JobException.input(
          "bad_target", "--target %d asks for nothing".formatted(target), "give 1 or more");
    }
    String type = type(options.type(), pipeline);
    String difficulty = difficulty(options.difficulty());
    String model = model(options.model(), home);
    String runId =
        Hashes.id(
            "run",
            conf.kind(),
            conf.toString(),
            models(home, conf, model),
            String.valueOf(options.scope()),
            String.valueOf(type),
            String.valueOf(difficulty),
            String.valueOf(target),
            String.valueOf(options.seed()),
            pipeline.steps().stream()
                .map(Step::prompt)
                .map(prompt -> prompt.sha256())
                .collect(Collectors.joining(",")),
            Hashes.sha256(new TreeMap<>(home.schemas()).toString()),
            source.fingerprint());
    return new RunSpec(
        runId, conf, options.scope(), type, difficulty, model, target, options.seed());
  }

  private static String models(ConfHome home, PipelineConf conf, String model) {
    PlanConf.Routing routing = conf.plan().routing();
    List<String> aliases =
        new ArrayList<>(
            model == null ? List.of(routing.cheap(), routing.strong()) : List.of(model));
    conf.steps().stream().map(StepConf::model).filter(Objects::nonNull).forEach(aliases::add);
    return aliases.stream()
        .map(alias -> home.conf().models().get(model(alias, home)))
        .map(used -> used.provider() + "/" + used.id())
        .collect(Collectors.joining(","));
  }

  private static String type(String name, Pipeline pipeline) {
    return name == null
        ? null
        : QuestionType.parse(name)
            .filter(pipeline.types()::contains)
            .map(QuestionType::wire)
            .orElseThrow(
                () ->
                    unknown(
                        "type",
                        name,
                        pipeline.types().stream().map(QuestionType::wire).sorted().toList()));
  }

  private static String difficulty(String name) {
    return name == null
        ? null
        : Difficulty.parse(name)
            .map(Difficulty::wire)
            .orElseThrow(
                () ->
                    unknown(
                        "difficulty",
                        name,
                        Arrays.stream(Difficulty.values()).map(Difficulty::wire).toList()));
  }

  /**
   * @throws JobException when there is no such model
   */
  static String model(String alias, ConfHome home) {
    Map<String, ?> models = home.conf().models();
    if (alias != null && !models.containsKey(alias)) {
      throw unknown("model", alias, List.copyOf(models.keySet()));
    }
    return alias;
  }

  private static JobException unknown(String what, String name, List<String> known) {
    return JobException.input(
        "unknown_" + what,
        "There is no %s %s".formatted(what, name),
        "use one of %s".formatted(String.join(", ", known)));
  }
}
