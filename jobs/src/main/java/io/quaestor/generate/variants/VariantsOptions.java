package io.quaestor.generate.variants;

/**
 * What the user asked for; null takes a default.
 *
 * @param parentId question to make variants of, never null
 * @param count variants wanted; null for the configuration's
 * @param difficulty null for the parent's
 * @param model alias; null for the routing
 * @param notes the operator's wishes about wording and emphasis, null for none
 * @param by who asked, for lineage
 * @param seed another one gives other variants
 */
public record VariantsOptions(
    String parentId,
    Integer count,
    String difficulty,
    String model,
    String notes,
    String by,
    long seed) {

  /** The same with nothing left to defaults but the model. */
  public VariantsOptions filled(int wanted, String level) {
    return new VariantsOptions(parentId, wanted, level, model, notes, by, seed);
  }
}
