package io.quaestor.llm;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import okhttp3.Headers;

/** When a provider wants to hear from us again. */
final class RetryAfter {
  private RetryAfter() {}

  /**
   * From {@code retry-after-ms}, else {@code retry-after} in seconds or as an HTTP date.
   *
   * @return null when there is none, or none that can be read, or it lies in the past
   */
  static Duration of(Headers headers, Instant now) {
    Duration exact = millis(headers.get("retry-after-ms"), 1);
    if (exact != null) {
      return exact;
    }
    String value = headers.get("retry-after");
    Duration seconds = millis(value, 1000);
    return seconds == null ? until(value, now) : seconds;
  }

  private static Duration millis(String value, double unit) {
    try {
      double millis = value == null ? -1 : Double.parseDouble(value.strip()) * unit;
      return millis > 0 && millis < Long.MAX_VALUE
          ? Duration.ofMillis((long) Math.ceil(millis))
          : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static Duration until(String date, Instant now) {
    try {
      Duration wait =
          date == null
              ? Duration.ZERO
              : Duration.between(
                  now,
                  ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                      .toInstant());
      return wait.isNegative() || wait.isZero() ? null : wait;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
