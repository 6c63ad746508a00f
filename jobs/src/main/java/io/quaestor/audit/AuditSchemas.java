package io.quaestor.audit;

import io.quaestor.conf.ConfHome;
import java.util.Map;
import java.util.TreeMap;

/** The reply schema of every auditor, built from its criteria. */
public final class AuditSchemas {
  private AuditSchemas() {}

  /** Schema name to its text. */
  public static Map<String, String> of(ConfHome home) {
    Map<String, String> schemas = new TreeMap<>();
    for (String name : home.auditors()) {
      schemas.put(Auditor.schemaName(name), Auditor.schema(home.auditor(name)));
    }
    return schemas;
  }
}
