package io.quaestor;

/** Where a job says how far it is. */
@FunctionalInterface
public interface Progress {
  Progress SILENT = (what, done, total) -> {};

  /**
   * @param what such as {@code Generated}
   * @param total 0 when it is not known
   */
  void at(String what, long done, long total);
}
