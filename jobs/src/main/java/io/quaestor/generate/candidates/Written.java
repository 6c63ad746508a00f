package io.quaestor.generate.candidates;

/** A candidate after its writing ask, whatever came of it. */
public record Written(Place place, Answer answer) {}
