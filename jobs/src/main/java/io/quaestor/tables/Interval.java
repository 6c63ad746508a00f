package io.quaestor.tables;

import java.io.Serializable;

/**
 * A 95% interval.
 *
 * @param low lower bound
 * @param high upper bound; null for a ratio that may be infinite
 */
public record Interval(Double low, Double high) implements Serializable {}
