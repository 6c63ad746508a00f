package io.quaestor.llm;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What came of an ask: a row of the ledger (table {@code llm_calls}). Never both text and error
 * empty.
 *
 * @param model alias in the configuration
 * @param modelRequested the id that was sent
 * @param modelReported the id the provider answered with, null when it did not answer
 * @param status {@code ok | refused | truncated | invalid | failed}
 * @param text raw text of the answer, null when there was none
 * @param json the answer as JSON that satisfies the schema; null unless {@code ok} with a schema
 * @param errorCode stable code, null when ok
 * @param errorMessage what the provider or the network said, without keys or prompts; null when ok
 * @param httpStatus last HTTP status, null when none was received
 * @param attempts calls sent for this ask, from 1
 * @param inputTokens billed uncached input, all attempts
 * @param cachedInputTokens input read from the provider's prompt cache
 * @param cacheWriteTokens input written to it
 * @param costUsd at the configured list prices, all attempts
 * @param maybeBilled attempts that may have been billed but whose answer was lost
 * @param temperatureSent null when it was left out
 * @param latencyMs of the attempt that answered
 * @param totalMs from the first attempt to the end, waits included
 * @param requestId the provider's, null when it gave none
 * @param runId the job run that made the call
 */
public record Reply(
    String askId,
    String provider,
    String model,
    String modelRequested,
    String modelReported,
    String purpose,
    String subjectId,
    int sample,
    String status,
    String text,
    String json,
    String errorCode,
    String errorMessage,
    Integer httpStatus,
    int attempts,
    long inputTokens,
    long outputTokens,
    long cachedInputTokens,
    long cacheWriteTokens,
    BigDecimal costUsd,
    int maybeBilled,
    Double temperatureSent,
    long latencyMs,
    long totalMs,
    String requestId,
    String runId,
    Instant answeredAt) {

  public static final String OK = "ok";
  public static final String REFUSED = "refused";
  public static final String TRUNCATED = "truncated";
  public static final String INVALID = "invalid";
  public static final String FAILED = "failed";

  public boolean ok() {
    return OK.equals(status);
  }
}
