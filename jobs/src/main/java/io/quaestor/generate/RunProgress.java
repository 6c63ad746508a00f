package io.quaestor.generate;

/**
 * How far a run is, and when it stops: the target is reached, the rounds are used up, or a round
 * over a source that has been drawn dry accepted nothing new.
 */
final class RunProgress {
  private static final double MARGIN = 1.25;

  private final int target;
  private int accepted;
  private int asked;
  private String stopReason;

  RunProgress(int target) {
    this.target = target;
  }

  boolean goesOn(int rounds, int maxRounds) {
    if (stopReason == null && rounds >= maxRounds) {
      stopReason = "rounds_exhausted";
    }
    return stopReason == null;
  }

  /**
   * Questions to ask for next: what is missing, raised by the share that was accepted so far and a
   * quarter more, so that one more round is likely to be the last.
   */
  int toAsk() {
    int missing = target - accepted;
    if (asked == 0) {
      return missing;
    }
    double share = Math.max((double) accepted / asked, 1.0 / 3);
    return (int) Math.ceil(MARGIN * missing / share);
  }

  void after(int acceptedNow, int askedNow, boolean exhausted) {
    boolean gained = acceptedNow > accepted;
    accepted = acceptedNow;
    asked = askedNow;
    if (accepted >= target) {
      stopReason = "target_reached";
    } else if (exhausted && !gained) {
      stopReason = "source_exhausted";
    }
  }

  int accepted() {
    return accepted;
  }

  /** Null while the run goes on. */
  String stopReason() {
    return stopReason;
  }
}
