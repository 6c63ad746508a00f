package io.quaestor.audit.calibrate;

/**
 * What becomes of the questions of a stratum at these places of its order by chance. Public because
 * the code that Spark generates makes it.
 *
 * @param kinds the stratum
 * @param defect to plant; null to leave them as they are
 * @param after the place before the first
 * @param until the last place
 */
public record Share(String kinds, String defect, long after, long until) {}
