package io.quaestor.sim;

/** A label that does not fit what the question demands. */
final class LevelDefect {
  private LevelDefect() {}

  static boolean misjudged(Reading reading) {
    String label = reading.item().difficulty();
    return Level.ALL.contains(label) && !label.equals(reading.level());
  }
}
