package io.quaestor.app;

import java.nio.file.Path;
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
 * @param small whether the data is known to be small, as the sample corpus is
 */
public record AppOptions(
    Path home,
    Path conf,
    String warehouse,
    List<String> settings,
    String master,
    boolean offline,
    boolean small) {}
