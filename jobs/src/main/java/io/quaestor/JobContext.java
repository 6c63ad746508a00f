package io.quaestor;

import io.quaestor.conf.ConfHome;
import io.quaestor.lake.Lake;
import io.quaestor.llm.Ledger;

/**
 * What a stage works with.
 *
 * @param ledger the only way to ask a model
 */
public record JobContext(Lake lake, ConfHome home, Ledger ledger, Progress progress) {}
