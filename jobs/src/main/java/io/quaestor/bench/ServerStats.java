package io.quaestor.bench;

/**
 * What the answering server has seen since it was last set.
 *
 * @param received requests for an answer
 * @param answered answers written out
 * @param distinct different request bodies among those answered
 * @param repeated answers to a body that had been answered before: asks paid more than once
 * @param steadyNanos from the arrival of the request at 10% of the expected to that at 90%; 0 when
 *     there were not that many
 * @param steadyRequests how many came in that time
 */
record ServerStats(
    long received,
    long answered,
    long distinct,
    long repeated,
    long steadyNanos,
    long steadyRequests) {}
