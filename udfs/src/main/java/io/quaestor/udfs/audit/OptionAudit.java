package io.quaestor.udfs.audit;

import io.quaestor.udfs.text.Normalise;
import java.util.List;

/**
 * What a writer's own audit of its options says against its question. Options and keys are compared
 * by {@link Normalise#text}. Never throws, whatever the audit holds.
 */
public final class OptionAudit {
  public static final String INCOMPLETE = "audit_incomplete";
  public static final String SEVERAL = "several_options_supported";
  public static final String NONE = "no_option_supported";
  public static final String MISMATCH = "audit_key_mismatch";

  private OptionAudit() {}

  /**
   * The audit of one option.
   *
   * @param supported whether the evidence makes it a right answer; null when the audit does not say
   */
  public record Verdict(String option, Boolean supported) {}

  /**
   * Codes of what is wrong, for a question with exactly one right option; empty when the audit
   * covers every option exactly once and supports the key alone. Of an audit that is {@link
   * #INCOMPLETE} nothing more is said: what it leaves out may be right or wrong.
   *
   * @param options null for none
   * @param key the one right option
   * @param audit in any order; null for none
   */
  public static List<String> problems(List<String> options, String key, List<Verdict> audit) {
    if (!covers(options, audit)) {
      return List.of(INCOMPLETE);
    }
    List<String> supported =
        audit.stream().filter(Verdict::supported).map(v -> Normalise.text(v.option())).toList();
    if (supported.size() > 1) {
      return List.of(SEVERAL);
    }
    if (supported.isEmpty()) {
      return List.of(NONE);
    }
    return supported.get(0).equals(Normalise.text(key)) ? List.of() : List.of(MISMATCH);
  }

  private static boolean covers(List<String> options, List<Verdict> audit) {
    return options != null
        && audit != null
        && audit.stream().allMatch(verdict -> verdict != null && verdict.supported() != null)
        && sorted(options).equals(sorted(audit.stream().map(Verdict::option).toList()));
  }

  private static List<String> sorted(List<String> texts) {
    return texts.stream().map(Normalise::text).sorted().toList();
  }
}
