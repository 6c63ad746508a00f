package io.quaestor.tables;

/**
 * A share that a run reports against a target.
 *
 * @param hits of {@code n}
 * @param n what it is a share of; the share is undefined when it is 0
 * @param share 0 to 1, null when undefined
 * @param low lower end of its 95 % Wilson interval, null when undefined
 * @param high upper end
 * @param target the share wanted
 */
public record Measure(
    String name, long hits, long n, Double share, Double low, Double high, double target) {}
