package io.quaestor.conf;

import java.io.Serializable;

/**
 * How PDF pages become Markdown ({@code corpus/convert.yaml}).
 *
 * @param maxChange a page is used when it adds no larger share of its words than this and drops no
 *     larger one, 0 to 1
 * @param convert the ask; its model is named on the command line
 */
public record ConvertConf(double maxChange, StepConf convert) implements Serializable {}
