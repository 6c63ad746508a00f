package io.quaestor.conf;

import java.io.Serializable;

/** What a model takes in a request; what it does not take is left out. */
public record AcceptsConf(
    boolean temperature, boolean seed, boolean jsonSchema, boolean promptCache)
    implements Serializable {}
