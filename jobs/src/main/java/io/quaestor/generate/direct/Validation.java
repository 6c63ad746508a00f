package io.quaestor.generate.direct;

import java.util.List;

/** What the validator says of one question; its index counts from 1. */
public record Validation(
    int index,
    boolean answerCorrect,
    boolean grammarCorrect,
    String difficulty,
    List<String> acceptableVariations,
    String notes) {}
