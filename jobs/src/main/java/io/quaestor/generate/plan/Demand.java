package io.quaestor.generate.plan;

import java.io.Serializable;

/**
 * What one round asks of one unit.
 *
 * @param unitId the unit
 * @param questions questions to ask for
 * @param draw chunks drawn for the round: {@code min(ceil(T / U) + 2, cap)}
 * @param drawnBefore chunks that earlier rounds have drawn already
 */
record Demand(String unitId, int questions, int draw, int drawnBefore) implements Serializable {}
