package io.quaestor.udfs.gate;

import java.util.List;

/**
 * An outcome and what it rests on.
 *
 * @param reason null when scored, else {@link Gate#MISSING_CRITERION} or {@link Gate#NO_CRITERIA}
 * @param failed gate criteria judged false, in the gate's order, also when unscored
 * @param missing gate criteria without a verdict, in the gate's order; empty when scored
 */
public record Decision(Outcome outcome, String reason, List<String> failed, List<String> missing) {}
