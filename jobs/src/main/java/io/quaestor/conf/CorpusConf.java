package io.quaestor.conf;

import java.io.Serializable;

/**
 * How documents are cut.
 *
 * @param minTokens a chunk is filled to at least this where its section allows
 * @param maxTokens and never beyond this, save for a single longer sentence
 * @param maxFileBytes a larger file is a failed document
 */
public record CorpusConf(int minTokens, int maxTokens, long maxFileBytes) implements Serializable {}
