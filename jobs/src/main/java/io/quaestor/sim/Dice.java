package io.quaestor.sim;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that is the same for the same parts, in any process. */
final class Dice {
  private final long seed;
  private final SplittableRandom random;

  private Dice(long seed) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
  }

  static Dice of(Object... parts) {
    long hash = 0xcbf29ce484222325L;
    for (Object part : parts) {
      hash = fold(hash, String.valueOf(part));
    }
    return new Dice(hash);
  }

  /** Dice of their own for a part of the work, so that parts do not disturb each other. */
  Dice fork(Object part) {
    return new Dice(fold(seed, String.valueOf(part)));
  }

  /** From 0 to 1, 1 excluded. */
  double next() {
    return random.nextDouble();
  }

  /** From 0 to {@code bound}, which is excluded. */
  int next(int bound) {
    return random.nextInt(bound);
  }

  boolean hits(double share) {
    return random.nextDouble() < share;
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  <T> void shuffle(List<T> list) {
    for (int i = list.size() - 1; i > 0; i--) {
      list.set(i, list.set(random.nextInt(i + 1), list.get(i)));
    }
  }

  double gaussian() {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }

  long seed() {
    return seed;
  }

  /** FNV-1a over the characters, then the finaliser of SplitMix64. */
  private static long fold(long hash, String text) {
    long h = hash;
    for (int i = 0; i < text.length(); i++) {
      h = (h ^ text.charAt(i)) * 0x100000001b3L;
    }
    h = (h ^ 0x1f) * 0x100000001b3L;
    h = (h ^ (h >>> 30)) * 0xbf58476d1ce4e5b9L;
    h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
    return h ^ (h >>> 31);
  }
}
