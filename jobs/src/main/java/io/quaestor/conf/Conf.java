package io.quaestor.conf;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * Everything in {@code quaestor.yaml}; read by {@link ConfHome}.
 *
 * @param providers name to account
 * @param models alias to model
 */
public record Conf(
    Map<String, ProviderConf> providers,
    Map<String, ModelConf> models,
    CallsConf calls,
    CorpusConf corpus,
    QualityConf quality,
    AgreeConf agree,
    SimConf sim)
    implements Serializable {

  /** The same with other limits for each model. */
  public Conf withLimits(LimitsConf limits) {
    Map<String, ModelConf> limited = new HashMap<>();
    models.forEach((alias, model) -> limited.put(alias, model.at(model.provider(), limits)));
    return new Conf(providers, limited, calls, corpus, quality, agree, sim);
  }
}
