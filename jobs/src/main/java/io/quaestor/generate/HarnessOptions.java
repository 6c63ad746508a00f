package io.quaestor.generate;

import io.quaestor.generate.plan.Scope;
import java.util.List;

/**
 * What to try out.
 *
 * @param pipelines one, or two to compare over the same material
 * @param target accepted questions wanted of each; null takes the configuration's
 */
public record HarnessOptions(List<String> pipelines, Scope scope, Integer target, long seed) {}
