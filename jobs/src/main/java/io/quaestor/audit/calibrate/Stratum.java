package io.quaestor.audit.calibrate;

/**
 * Questions that the same kinds of defects can be planted into. Public because the code that Spark
 * generates makes it.
 *
 * @param kinds their names in order, with commas; empty for none
 * @param population how many such questions there are
 */
public record Stratum(String kinds, long population) {}
