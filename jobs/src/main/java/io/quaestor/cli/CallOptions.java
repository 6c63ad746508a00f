package io.quaestor.cli;

import java.math.BigDecimal;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options of commands that ask models. */
final class CallOptions {
  /** No budget, no deadline. */
  static final CallOptions NONE = new CallOptions();

  @Option(
      names = "--max-cost",
      paramLabel = "USD",
      converter = Money.class,
      description = "Stop before more than this is spent, at list prices (exit 4).")
  private BigDecimal maxCost;

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      converter = Time.class,
      description = "Send nothing after this time, such as 90m or 8h (exit 3).")
  private Duration deadline;

  BigDecimal maxCost() {
    return maxCost;
  }

  Duration deadline() {
    return deadline;
  }

  private static final class Money implements ITypeConverter<BigDecimal> {
    @Override
    public BigDecimal convert(String text) {
      BigDecimal usd = new BigDecimal(text);
      if (usd.signum() <= 0) {
        throw new TypeConversionException("'" + text + "' is not more than 0");
      }
      return usd;
    }
  }

  static final class Time implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        return io.quaestor.conf.Durations.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("'" + text + "' is no time; write 90s, 15m or 8h");
      }
    }
  }
}
