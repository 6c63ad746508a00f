package io.quaestor.app;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Where and with what to work.
 *
 * @param home folder of the program; its {@code conf} is the shipped configuration
 * @param conf the user's own configuration file, null for none
 * @param warehouse folder or any URI Hadoop knows
 * @param settings {@code key=value} overrides
 * @param master Spark master, null to leave it to Spark
 * @param offline answer asks with the offline provider
 * @param maxCost most a job may spend, US dollars; null for no limit
 * @param deadline how long a job may send; null for as long as it takes
 * @param small whether the data is known to be small, as the sample corpus is
 */
public record AppOptions(
    Path home,
    Path conf,
    String warehouse,
    List<String> settings,
    String master,
    boolean offline,
    boolean small,
    BigDecimal maxCost,
    Duration deadline) {}
