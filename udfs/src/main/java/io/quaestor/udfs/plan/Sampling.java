package io.quaestor.udfs.plan;

/** How much source to load for a number of questions. */
public final class Sampling {
  /** Chunks drawn from a unit beyond one per question. */
  private static final int SPARE = 2;

  private Sampling() {}

  /**
   * Chunks to draw from each unit: {@code min(ceil(target / units) + 2, cap)}. 20 questions over 2
   * units take 12 each.
   *
   * @param target questions wanted in all; below 0 counts as 0
   * @param units units to draw from; none gives 0
   * @param cap most chunks per unit; below 0 counts as 0
   */
  public static int chunksPerUnit(long target, long units, int cap) {
    if (units <= 0) {
      return 0;
    }
    long share = -Math.floorDiv(-Math.max(target, 0), units);
    return (int) Math.min(Math.min(share, Integer.MAX_VALUE) + SPARE, Math.max(cap, 0));
  }
}
