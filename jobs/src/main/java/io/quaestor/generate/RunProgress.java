package io.quaestor.generate;

/**
 * How far a run is, and when it stops: the target is reached, the rounds are used up, there is
 * nothing left to plan, or a round over a source that has been drawn dry accepted nothing new.
 */
final class RunProgress {
  private static final double MARGIN = 1.25;
  private static final String EXHAUSTED = "source_exhausted";

  private final int target;
  private final double factor;
  private int accepted;
  private int asked;
  private String stopReason;

  /**
   * @param factor questions asked for over questions wanted in the first round, 1 or more
   */
  RunProgress(int target, double factor) {
    this.target = target;
    this.factor = factor;
  }

  boolean goesOn(int rounds, int maxRounds) {
    if (stopReason == null && rounds >= maxRounds) {
      stopReason = "rounds_exhausted";
    }
    return stopReason == null;
  }

  /** Accepted questions still wanted. */
  int missing() {
    return target - accepted;
  }

  /**
   * Questions to ask for next: what is missing, raised by the share that was accepted so far and a
   * quarter more, so that one more round is likely to be the last.
   */
  int toAsk() {
    if (asked == 0) {
      return (int) Math.ceil(missing() * factor);
    }
    double share = Math.max((double) accepted / asked, 1.0 / 3);
    return (int) Math.ceil(MARGIN * missing() / share);
  }

  void after(int acceptedNow, int askedNow, boolean exhausted) {
    boolean gained = acceptedNow > accepted;
    accepted = acceptedNow;
    asked = askedNow;
    if (accepted >= target) {
      stopReason = "target_reached";
    } else if (exhausted && !gained) {
      stopReason = EXHAUSTED;
    }
  }

  /** Nothing more could be planned. */
  void dry() {
    stopReason = EXHAUSTED;
  }

  int accepted() {
    return accepted;
  }

  /** Null while the run goes on. */
  String stopReason() {
    return stopReason;
  }
}
