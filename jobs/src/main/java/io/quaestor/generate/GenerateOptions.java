package io.quaestor.generate;

/** What the user asked for; null takes the configuration's default. */
public record GenerateOptions(
    String unit, String type, String difficulty, String model, Integer target, long seed) {}
