package io.quaestor.conf;

import java.io.Serializable;
import java.time.Duration;

/**
 * How calls are made.
 *
 * @param window most calls in flight per executor process
 * @param attempts most calls for one ask
 * @param askTimeout most time for one ask, waits included
 * @param callTimeout most time for one call
 * @param connectTimeout most time to connect
 * @param backoff first wait before a retry; doubles, with full jitter
 * @param backoffCap longest such wait
 * @param maxBodyBytes longest response body that is read
 * @param foldEvery how often the journal is folded into the ledger table
 */
public record CallsConf(
    int window,
    int attempts,
    Duration askTimeout,
    Duration callTimeout,
    Duration connectTimeout,
    Duration backoff,
    Duration backoffCap,
    long maxBodyBytes,
    Duration foldEvery)
    implements Serializable {}
