package io.quaestor.conf;

import java.io.Serializable;

/**
 * How topics are suggested ({@code corpus/topics.yaml}).
 *
 * @param maxTopics most topics of one reply
 * @param batchTokens estimated tokens of the passages of one ask; a longer single passage goes
 *     alone
 * @param mergeCosine names whose words are at least this alike are one topic, 0 to 1
 * @param suggest the ask
 */
public record TopicsConf(int maxTopics, int batchTokens, double mergeCosine, StepConf suggest)
    implements Serializable {}
