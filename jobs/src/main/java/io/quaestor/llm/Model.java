package io.quaestor.llm;

import io.quaestor.conf.Conf;
import io.quaestor.conf.LimitsConf;
import io.quaestor.conf.ModelConf;
import io.quaestor.conf.ProviderConf;
import java.util.HashMap;
import java.util.Map;
import okhttp3.HttpUrl;

/**
 * A model with everything that follows from its configuration.
 *
 * @param providerName the provider's name in the configuration
 * @param url of its calls
 * @param limitClass models of one class share one budget
 */
record Model(
    ModelConf conf,
    String providerName,
    ProviderConf provider,
    Protocol protocol,
    HttpUrl url,
    Prices prices,
    String limitClass) {

  static Map<String, Model> all(Conf conf) {
    Map<String, Model> models = new HashMap<>();
    conf.models().forEach((alias, model) -> models.put(alias, of(alias, model, conf)));
    return models;
  }

  private static Model of(String alias, ModelConf model, Conf conf) {
    ProviderConf provider = conf.providers().get(model.provider());
    String name = model.limitClass() == null ? alias : model.limitClass();
    Protocol protocol = Protocol.of(provider);
    return new Model(
        model,
        model.provider(),
        provider,
        protocol,
        HttpUrl.get(provider.baseUrl() + protocol.path()),
        Prices.of(model),
        model.provider() + "/" + name);
  }

  /** Each class with its limits; where models of a class differ, the lower limit holds. */
  static Map<String, LimitsConf> limits(Iterable<Model> models) {
    Map<String, LimitsConf> classes = new HashMap<>();
    for (Model model : models) {
      LimitsConf limits = model.conf().limits() == null ? LimitsConf.NONE : model.conf().limits();
      classes.merge(model.limitClass(), limits, Model::lower);
    }
    return classes;
  }

  private static LimitsConf lower(LimitsConf a, LimitsConf b) {
    return new LimitsConf(
        lower(a.requestsPerMinute(), b.requestsPerMinute()),
        lower(a.inputTokensPerMinute(), b.inputTokensPerMinute()),
        lower(a.outputTokensPerMinute(), b.outputTokensPerMinute()),
        lower(a.safety(), b.safety()),
        lower(a.burst(), b.burst()));
  }

  private static <T extends Comparable<T>> T lower(T a, T b) {
    return a == null ? b : b == null || a.compareTo(b) <= 0 ? a : b;
  }
}
