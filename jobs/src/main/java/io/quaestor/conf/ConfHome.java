package io.quaestor.conf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quaestor.JobException;
import io.quaestor.prompt.Prompt;
import io.quaestor.udfs.text.Hashes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The configuration folder: {@code quaestor.yaml} with pipelines, auditors, prompts and schemas.
 *
 * <p>A file of the user's own ({@code --conf}) is laid over the shipped one key by key; folders
 * beside it are looked in first.
 */
public final class ConfHome {
  private static final String MAIN = "quaestor.yaml";
  private static final String OFFLINE = "offline-";

  private final List<Path> folders;
  private final Conf conf;
  private final String sha256;
  private final Function<String, String> environment;

  private ConfHome(
      List<Path> folders, Conf conf, String sha256, Function<String, String> environment) {
    this.folders = folders;
    this.conf = conf;
    this.sha256 = sha256;
    this.environment = environment;
  }

  /**
   * Reads and checks the configuration.
   *
   * @param shipped the folder that comes with the program
   * @param own the user's file, null for none
   * @param settings {@code key=value} overrides, keys with dots
   * @param environment for base URLs and settings that name a variable
   * @throws JobException with exit code 2 that lists what is wrong
   */
  public static ConfHome load(
      Path shipped, Path own, List<String> settings, Function<String, String> environment) {
    ObjectNode tree = YamlFile.tree(shipped.resolve(MAIN));
    String source = shipped.resolve(MAIN).toString();
    List<Path> folders = List.of(shipped);
    if (own != null) {
      merge(tree, YamlFile.tree(own));
      source = own.toString();
      Path beside = own.toAbsolutePath().getParent();
      folders = beside.equals(shipped.toAbsolutePath()) ? folders : List.of(beside, shipped);
    }
    for (String setting : settings) {
      set(tree, setting);
    }
    Conf conf = YamlFile.bind(tree, Conf.class, source);
    ConfRules.check(conf, source);
    return new ConfHome(
        folders, withBaseUrls(conf, environment), Hashes.sha256(tree.toString()), environment);
  }

  public Conf conf() {
    return conf;
  }

  /** Hash of the effective settings; base URLs from the environment are not part of it. */
  public String sha256() {
    return sha256;
  }

  /**
   * The same configuration with every provider replaced by an offline one that wants no key.
   *
   * <p>The offline accounts have names of their own, which are part of an ask's id: an offline
   * answer is never taken for a real one.
   *
   * @param url where the offline provider listens
   */
  public ConfHome offline(String url) {
    Map<String, ProviderConf> providers = new TreeMap<>();
    conf.providers().forEach((name, at) -> providers.put(OFFLINE + name, at.offline(url)));
    Map<String, ModelConf> models = new TreeMap<>(conf.models());
    models.replaceAll((alias, model) -> model.at(OFFLINE + model.provider(), LimitsConf.NONE));
    Conf offline =
        new Conf(
            providers,
            models,
            conf.calls(),
            conf.corpus(),
            conf.quality(),
            conf.agree(),
            conf.sim());
    return new ConfHome(folders, offline, sha256, environment);
  }

  /**
   * @throws JobException when there is no such pipeline; names those there are
   */
  public PipelineConf pipeline(String name) {
    Path file = find("pipelines", name + ".yaml", "pipeline");
    ObjectNode tree = YamlFile.tree(file);
    PipelineConf pipeline =
        switch (tree.path("kind").asText()) {
          case "direct" -> YamlFile.bind(tree, DirectConf.class, file.toString());
          case "graded" -> YamlFile.bind(tree, GradedConf.class, file.toString());
          case "grounded" -> YamlFile.bind(tree, GroundedConf.class, file.toString());
          case "candidates" ->
              YamlFile.bind(tree, CandidatesConf.class, file.toString()).under(environment);
          case "variants" -> YamlFile.bind(tree, VariantsConf.class, file.toString());
          default ->
              throw JobException.input(
                  "bad_configuration",
                  "%s: kind: %s is not known".formatted(file, tree.path("kind")),
                  "use direct, graded, grounded, candidates or variants");
        };
    PipelineRules.check(pipeline, conf, file.toString());
    return pipeline;
  }

  /** The pipeline of users who name none: {@code direct}, with USE_CANDIDATES=1 candidates. */
  public String defaultPipeline() {
    return new Variables(environment).flag("USE_CANDIDATES", false) ? "candidates" : "direct";
  }

  /** Names of all pipelines. */
  public List<String> pipelines() {
    return names("pipelines", ".yaml");
  }

  public ConvertConf convert() {
    Path file = find("corpus", "convert.yaml", "pipeline");
    ConvertConf convert = YamlFile.bind(YamlFile.tree(file), ConvertConf.class, file.toString());
    ConfRules.check(convert, file.toString());
    return convert;
  }

  public TopicsConf topics() {
    Path file = find("corpus", "topics.yaml", "pipeline");
    TopicsConf topics = YamlFile.bind(YamlFile.tree(file), TopicsConf.class, file.toString());
    ConfRules.check(topics, conf, file.toString());
    return topics;
  }

  /**
   * @throws JobException when there is no such auditor; names those there are
   */
  public AuditorConf auditor(String name) {
    Path file = find("auditors", name + ".yaml", "auditor");
    AuditorConf auditor = YamlFile.bind(YamlFile.tree(file), AuditorConf.class, file.toString());
    ConfRules.check(auditor, conf, file.toString());
    return auditor;
  }

  public Prompt prompt(String name) {
    Path file = find("prompts", name + ".txt", "prompt");
    return Prompt.parse(name, read(file));
  }

  /** Name to text of every JSON schema of a reply. */
  public Map<String, String> schemas() {
    Map<String, String> schemas = new TreeMap<>();
    for (String name : names("schemas", ".json")) {
      schemas.put(name, read(find("schemas", name + ".json", "schema")));
    }
    return schemas;
  }

  /** Every prompt and schema by name, with its content hash. */
  public Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    names("prompts", ".txt").forEach(name -> versions.put(name, prompt(name).sha256()));
    schemas().forEach((name, text) -> versions.put(name, Hashes.sha256(text)));
    return versions;
  }

  public List<String> auditors() {
    return names("auditors", ".yaml");
  }

  private Path find(String kind, String file, String what) {
    if (!file.contains("/") && !file.contains("\\")) {
      for (Path folder : folders) {
        Path candidate = folder.resolve(kind).resolve(file);
        if (Files.isRegularFile(candidate)) {
          return candidate;
        }
      }
    }
    String ending = file.substring(file.lastIndexOf('.'));
    throw JobException.input(
        "unknown_" + what,
        "There is no %s %s".formatted(what, file.substring(0, file.lastIndexOf('.'))),
        "use one of %s, or add %s"
            .formatted(names(kind, ending), folders.get(0).resolve(kind).resolve(file)));
  }

  private List<String> names(String kind, String ending) {
    return folders.stream()
        .map(folder -> folder.resolve(kind))
        .filter(Files::isDirectory)
        .flatMap(ConfHome::list)
        .map(path -> path.getFileName().toString())
        .filter(name -> name.endsWith(ending))
        .map(name -> name.substring(0, name.length() - ending.length()))
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void merge(ObjectNode base, ObjectNode over) {
    Iterator<Map.Entry<String, JsonNode>> fields = over.fields();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      if (field.getValue() instanceof ObjectNode inner
          && base.get(field.getKey()) instanceof ObjectNode target) {
        merge(target, inner);
      } else {
        base.set(field.getKey(), field.getValue());
      }
    }
  }

  private static void set(ObjectNode tree, String setting) {
    int equals = setting.indexOf('=');
    if (equals < 1) {
      throw JobException.input(
          "bad_setting",
          "--set %s has no value".formatted(setting),
          "write --set calls.window=128");
    }
    ObjectNode at = tree;
    String[] steps = setting.substring(0, equals).split("\\.", -1);
    for (int i = 0; i < steps.length - 1; i++) {
      at = at.get(steps[i]) instanceof ObjectNode inner ? inner : at.putObject(steps[i]);
    }
    at.set(steps[steps.length - 1], value(setting.substring(equals + 1)));
  }

  private static JsonNode value(String text) {
    ObjectMapper json = new ObjectMapper();
    try {
      JsonNode parsed = json.readTree(text);
      return parsed.isValueNode() && !parsed.isMissingNode()
          ? parsed
          : json.getNodeFactory().textNode(text);
    } catch (IOException e) {
      return json.getNodeFactory().textNode(text);
    }
  }

  private static Conf withBaseUrls(Conf conf, Function<String, String> environment) {
    Map<String, ProviderConf> providers = new TreeMap<>(conf.providers());
    providers.replaceAll(
        (name, at) -> {
          String url = at.baseUrlEnv() == null ? null : environment.apply(at.baseUrlEnv());
          return url == null || url.isBlank() ? at : at.at(url.replaceAll("/+$", ""));
        });
    return new Conf(
        providers,
        conf.models(),
        conf.calls(),
        conf.corpus(),
        conf.quality(),
        conf.agree(),
        conf.sim());
  }
}
