package io.quaestor.sample;

import io.quaestor.JobException;
import java.util.List;

/**
 * What to draw.
 *
 * @param size questions wanted, 1 or more
 * @param auditors whose verdicts count; empty for all that have any
 * @param seed another seed draws other questions
 * @param randomShare part of the size drawn from all judged questions alike, 0 to 1; the rest comes
 *     from those on which the auditors disagree
 * @param file a new one, {@code .csv} or {@code .jsonl}
 */
public record SampleOptions(
    int size, List<String> auditors, long seed, double randomShare, String file) {

  /**
   * Checks what was asked for.
   *
   * @throws JobException with exit code 2 when a value is not one of those above
   */
  public SampleOptions {
    auditors = auditors.stream().sorted().distinct().toList();
    if (size < 1) {
      throw JobException.input(
          "bad_size", "--size %d draws nothing".formatted(size), "give 1 or more");
    }
    if (!(randomShare >= 0 && randomShare <= 1)) {
      throw JobException.input(
          "bad_share",
          "--random-share %s is not within 0 to 1".formatted(randomShare),
          "0.5 draws half from all judged questions");
    }
    if (!file.endsWith(".csv") && !file.endsWith(".jsonl")) {
      throw JobException.input(
          "format_unsupported",
          "Cannot tell the format of %s by its name".formatted(file),
          "name it .csv or .jsonl");
    }
  }
}
