package io.quaestor.outside;

/**
 * A line of a text file as Spark reads it.
 *
 * @param block where the part of the file begins that was read together, bytes
 */
public record TextLine(String file, long block, String text) {}
