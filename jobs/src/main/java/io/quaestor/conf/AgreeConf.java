package io.quaestor.conf;

import java.io.Serializable;

/**
 * How comparisons of auditors are read.
 *
 * @param gateBelow fail rate below which a criterion is fit to be a gate, above 0 and below 1
 */
public record AgreeConf(double gateBelow) implements Serializable {}
