package io.quaestor;

import io.quaestor.lease.State;

/** Where a job says how far it is. */
@FunctionalInterface
public interface Progress {
  Progress SILENT = (what, done, total) -> {};

  /**
   * @param what such as {@code Generated}
   * @param total 0 when it is not known
   */
  void at(String what, long done, long total);

  /** Something worth knowing, a line. */
  default void note(String line) {}

  /** How far calls are, about every second while they are made and once at their end. */
  default void calls(State state) {}
}
