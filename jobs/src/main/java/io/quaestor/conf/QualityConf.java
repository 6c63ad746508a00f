package io.quaestor.conf;

import java.io.Serializable;

/**
 * How questions that are nearly the same are found.
 *
 * <p>Two questions are compared when all hashes of some band are equal: with a share {@code s} of
 * their words in common (Jaccard) that has the probability {@code 1 - (1 - s^bandRows)^bands}.
 *
 * @param duplicateCosine cosine of stem and key from which two questions are near-duplicates, 0 to
 *     1
 * @param bands more find more, at the price of more comparisons
 * @param bandRows hashes per band: more leave out more pairs that have little in common
 * @param bucketHeads a question is compared with this many of the oldest it shares a band with
 */
public record QualityConf(double duplicateCosine, int bands, int bandRows, int bucketHeads)
    implements Serializable {}
