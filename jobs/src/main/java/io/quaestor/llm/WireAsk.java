package io.quaestor.llm;

import io.quaestor.conf.ModelConf;
import io.quaestor.conf.ProviderConf;

/**
 * An ask with all that its request body depends on.
 *
 * @param schema of the answer, null for free text
 * @param fault what was wrong with the previous answer, null on the first call
 */
record WireAsk(Ask ask, ModelConf model, ProviderConf provider, WireSchema schema, String fault) {

  /** The provider holds the model to the schema. */
  boolean schemaOnWire() {
    return schema != null && model.accepts().jsonSchema();
  }

  boolean cachePrefix() {
    return caches(model, ask);
  }

  /** Whether the model takes the ask's prefix from its prompt cache. */
  static boolean caches(ModelConf model, Ask ask) {
    return model.accepts().promptCache() && !ask.prefix().isEmpty();
  }

  /** The temperature to send, null to leave it out. */
  Double temperature() {
    return model.accepts().temperature() && Protocol.of(provider).takesTemperature(provider)
        ? ask.temperature()
        : null;
  }

  Long seed() {
    return model.accepts().seed() ? ask.seed() : null;
  }

  /** The user's words after the prefix; with the schema where the wire has no place for it. */
  String user() {
    boolean askForSchema = schema != null && !schemaOnWire();
    return askForSchema || fault != null
        ? ask.user() + (askForSchema ? schemaInWords() : "") + (fault == null ? "" : again())
        : ask.user();
  }

  private String schemaInWords() {
    return "\n\nAnswer with one JSON value that satisfies this JSON schema, and nothing else:\n"
        + schema.text();
  }

  private String again() {
    return "\n\nAn earlier answer could not be used ("
        + fault
        + "). Answer again, complete and valid.";
  }

  /** Prefix and user's words as one text. */
  String wholeUser() {
    return ask.prefix().isEmpty() ? user() : ask.prefix() + "\n\n" + user();
  }
}
