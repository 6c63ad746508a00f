package io.quaestor.generate;

import java.io.Serializable;

/**
 * What one round asks of one unit.
 *
 * @param unitId the unit
 * @param questions questions to ask for
 * @param draw chunks drawn for the round: {@code min(ceil(T / U) + 2, cap)}
 * @param drawnBefore chunks that earlier rounds have drawn already
 * @param firstBatch number of the unit's first batch within the run
 */
record Demand(String unitId, int questions, int draw, int drawnBefore, int firstBatch)
    implements Serializable {}
