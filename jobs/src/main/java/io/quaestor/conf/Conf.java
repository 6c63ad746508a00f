package io.quaestor.conf;

import java.io.Serializable;
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
    SimConf sim)
    implements Serializable {}
