package io.quaestor.tables;

import java.util.List;

/**
 * Where the keys of one pipeline's questions of one type stand among their options (table {@code
 * key_positions}).
 *
 * @param optionCount how many options these questions have
 * @param counts keys at the first, second, ... position; as many as there are options
 * @param keys sum of the counts
 * @param chiSquare statistic against keys spread evenly; null when undefined
 * @param degreesOfFreedom {@code optionCount - 1}; null when undefined
 * @param pValue chance of so uneven a spread if every position were equally likely, 0 to 1; null
 *     when undefined
 * @param undefined why there is no test, else null: {@code expected_below_5}, {@code several_keys}
 *     (keys of one question are not independent) or {@code one_option}
 */
public record KeyPosition(
    String pipeline,
    String type,
    int optionCount,
    List<Long> counts,
    long keys,
    Double chiSquare,
    Integer degreesOfFreedom,
    Double pValue,
    String undefined) {}
