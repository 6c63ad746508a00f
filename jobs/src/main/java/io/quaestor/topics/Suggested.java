package io.quaestor.topics;

import java.util.List;

/**
 * What came of one batch. Public because the code that Spark generates makes it.
 *
 * @param ordinal of the batch in its unit
 * @param passages all that were shown, in order
 * @param names that have at least one of the passages, in the order of the reply
 * @param ignored topics of the reply without a name, without a passage that was shown, or beyond
 *     the most that were asked for
 * @param failure status of the reply, null when it could be read
 */
public record Suggested(
    String unitId,
    int ordinal,
    List<Passage> passages,
    List<Name> names,
    int ignored,
    String failure) {

  /**
   * A passage that was shown.
   *
   * @param heading topic of its chunk
   */
  public record Passage(String chunkId, String heading) {}

  /** A suggested topic with the chunks said to teach it, each once. */
  public record Name(String name, List<String> chunkIds) {}
}
