package io.quaestor.agree;

import java.io.Serializable;
import java.util.List;

/**
 * What a model in the part of an auditor was asked, as far as one task has seen: the verdict on the
 * criterion at index {@code i} stands at place {@code i} of its codes.
 *
 * @param model null when its audits do not say
 */
record Asked(String auditor, String model, List<Criterion> criteria) implements Serializable {

  /** A criterion's name, and whether the auditor gates on it or only logs it. */
  record Criterion(String name, boolean isGate) implements Serializable {}
}
