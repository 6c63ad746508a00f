package io.quaestor.conf;

import java.io.Serializable;

/**
 * An account at a provider of models.
 *
 * @param protocol {@code anthropic | mistral | openai}
 * @param baseUrl without a trailing slash; for {@code openai} it includes {@code /v1}
 * @param baseUrlEnv environment variable that overrides {@code baseUrl}, null for none
 * @param keyEnv environment variable that holds the key, null when the endpoint wants none
 * @param version value of the {@code anthropic-version} header; null for other protocols
 */
public record ProviderConf(
    String protocol, String baseUrl, String baseUrlEnv, String keyEnv, String version)
    implements Serializable {

  /** The same account at another address. */
  ProviderConf at(String url) {
    return new ProviderConf(protocol, url, baseUrlEnv, keyEnv, version);
  }

  /** An offline stand-in for this account: same protocol, no key. */
  ProviderConf offline(String url) {
    String base = "openai".equals(protocol) ? url + "/v1" : url;
    return new ProviderConf(protocol, base, null, null, version);
  }
}
