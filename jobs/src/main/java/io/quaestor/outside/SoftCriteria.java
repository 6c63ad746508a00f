package io.quaestor.outside;

import io.quaestor.conf.ConfHome;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which criteria of which auditor are signals that never gate. */
final class SoftCriteria implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, HashSet<String>> configured = new HashMap<>();
  private final HashSet<String> named;

  private SoftCriteria(Set<String> named) {
    this.named = new HashSet<>(named);
  }

  /**
   * @param named by the user, for auditors that are not configured
   */
  static SoftCriteria of(ConfHome home, List<String> named) {
    SoftCriteria soft = new SoftCriteria(Set.copyOf(named));
    for (String auditor : home.auditors()) {
      soft.configured.put(auditor, new HashSet<>(home.auditor(auditor).soft().keySet()));
    }
    return soft;
  }

  /**
   * An auditor's own configuration comes first, then the row, then what the user named; all else
   * gates.
   *
   * @param said by the row, null when it does not say
   */
  boolean contains(String auditor, String criterion, Boolean said) {
    Map<String, HashSet<String>> all = configured;
    if (all.containsKey(auditor)) {
      return all.get(auditor).contains(criterion);
    }
    return said == null ? named.contains(criterion) : said;
  }
}
