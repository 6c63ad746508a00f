package io.quaestor.sample;

/**
 * Questions that are drawn alike.
 *
 * @param population how many there are
 * @param drawn how many of them to draw
 */
public record Stratum(
    String type, String difficulty, boolean disagreement, long population, long drawn) {

  Stratum and(long more) {
    return new Stratum(type, difficulty, disagreement, population, drawn + more);
  }

  /** Not drawn yet. */
  long room() {
    return population - drawn;
  }
}
