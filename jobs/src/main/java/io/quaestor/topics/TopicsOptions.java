package io.quaestor.topics;

/**
 * Whose topics to suggest, and who does.
 *
 * @param unit null for all
 * @param model alias, null for the configured one
 */
public record TopicsOptions(String unit, String model) {}
