package io.quaestor.llm;

import io.quaestor.JobException;
import io.quaestor.conf.Conf;
import io.quaestor.conf.ModelConf;
import io.quaestor.conf.ProviderConf;
import io.quaestor.udfs.text.Sha256;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Gives asks their ids: the same content has the same id, on any machine, in any run. */
public final class AskFactory implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Conf conf;
  private final HashMap<String, String> schemaHashes = new HashMap<>();

  /**
   * @param schemas name to the text of a JSON schema
   */
  public AskFactory(Conf conf, Map<String, String> schemas) {
    this.conf = conf;
    schemas.forEach((name, text) -> schemaHashes.put(name, Sha256.of(text)));
  }

  /**
   * The ask with its id. Purpose and subject are not part of the id, nor are prices and limits of
   * the model.
   *
   * @throws JobException when the model's alias or the schema is unknown
   */
  public Ask ask(AskDraft draft) {
    String system = draft.system() == null ? "" : draft.system();
    String prefix = draft.prefix() == null ? "" : draft.prefix();
    return new Ask(
        id(draft, system, prefix),
        draft.model(),
        draft.purpose(),
        draft.subjectId(),
        draft.sample(),
        system,
        prefix,
        draft.user(),
        draft.schema(),
        draft.temperature(),
        draft.maxTokens(),
        draft.seed());
  }

  private String id(AskDraft draft, String system, String prefix) {
    ModelConf model = known(conf.models(), draft.model(), "model", "models");
    ProviderConf provider = known(conf.providers(), model.provider(), "provider", "providers");
    StringBuilder form = new StringBuilder("quaestor ask 1\n");
    field(form, "provider", provider.protocol() + "/" + model.provider());
    field(form, "model", model.id());
    field(form, "system", system);
    field(form, "prefix", prefix);
    field(form, "user", draft.user());
    field(form, "schema", schemaHash(draft.schema()));
    field(form, "temperature", draft.temperature());
    field(form, "max_tokens", draft.maxTokens());
    field(form, "seed", draft.seed());
    field(form, "sample", draft.sample());
    return Sha256.of(form.toString());
  }

  private String schemaHash(String name) {
    return name == null ? null : known(schemaHashes, name, "schema", "schemas");
  }

  /** Each value with its length before it, so that no two contents share a form. */
  private static void field(StringBuilder form, String name, Object value) {
    form.append(name);
    if (value == null) {
      form.append(" none\n");
      return;
    }
    String text = value.toString();
    form.append(' ')
        .append(text.getBytes(StandardCharsets.UTF_8).length)
        .append('\n')
        .append(text)
        .append('\n');
  }

  private static <T> T known(Map<String, T> map, String name, String what, String where) {
    T value = map.get(name);
    if (value == null) {
      throw JobException.input(
          "unknown_" + what,
          "No " + what + " is called " + name + ".",
          "Use one of " + new TreeSet<>(map.keySet()) + " or add it to " + where + ".");
    }
    return value;
  }
}
