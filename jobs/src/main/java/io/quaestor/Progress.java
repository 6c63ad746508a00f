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

  /** The same in words, such as {@code Generated 15/25}. */
  static String step(String what, long done, long total) {
    return total == 0 ? "%s %d".formatted(what, done) : "%s %d/%d".formatted(what, done, total);
  }

  /** Something worth knowing, a line. */
  default void note(String line) {}

  /** How far calls are, about every second while they are made and once at their end. */
  default void calls(State state) {}
}
