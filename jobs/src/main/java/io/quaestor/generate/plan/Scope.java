package io.quaestor.generate.plan;

/**
 * Which part of the corpus a run draws from.
 *
 * @param unit null for every unit
 * @param document id or source path of a document, null for all
 * @param topics most topics of each unit, in document order; null for all
 */
public record Scope(String unit, String document, Integer topics) {
  public static final Scope ALL = new Scope(null, null, null);
}
