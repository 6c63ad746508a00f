package io.quaestor.tables;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One invocation that did something (table {@code job_runs}); one that found everything done adds
 * no row.
 *
 * @param runId a ULID
 * @param status {@code complete | partial | needs_attention | stopped_at_budget | failed}
 * @param counts what went in and where each one ended
 * @param confSha256 hash of the effective configuration
 * @param prompts prompt and schema name to content hash
 * @param gitCommit commit of the working tree the code ran from, null when there is none
 */
public record JobRun(
    String runId,
    String job,
    List<String> arguments,
    String status,
    int exitCode,
    Map<String, Long> counts,
    long callsMade,
    long callsReused,
    long callsFailed,
    long callsMaybeBilled,
    long inputTokens,
    long outputTokens,
    long cachedInputTokens,
    BigDecimal costUsd,
    long wallMs,
    String report,
    String errorCode,
    String errorMessage,
    String confSha256,
    Map<String, String> prompts,
    String codeVersion,
    String gitCommit,
    Boolean gitDirty,
    String sparkApplicationId,
    String user,
    Instant startedAt,
    Instant finishedAt) {}
