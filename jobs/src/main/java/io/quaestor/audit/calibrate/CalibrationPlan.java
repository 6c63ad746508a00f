package io.quaestor.audit.calibrate;

import java.util.List;
import java.util.Map;

/**
 * What a calibration would send.
 *
 * @param lines for people
 * @param counts for programs
 */
public record CalibrationPlan(List<String> lines, Map<String, Long> counts) {}
